"""Whoever answers for a unit: to whom its cases may be handed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from linli.domains.people.queries import people_of
from linli.domains.requests.rights import HANDLE


@dataclass(frozen=True)
class Answerer:
    """One of them, with the areas in which they answer."""

    account: UUID
    name: str
    areas: tuple[str, ...]

    def reach(self, path: str) -> bool:
        """Whether they answer at this place."""
        return path.startswith(self.areas)


def colleagues(unit: UUID, *, at: datetime) -> list[Answerer]:
    """Everybody who answers for the unit, by name; residents in a post have none. One statement."""
    areas: dict[tuple[str, UUID], list[str]] = {}
    for post in people_of(unit, right=HANDLE.code, at=at):
        if post.name:
            areas.setdefault((post.name, post.account), []).append(post.area)
    return [Answerer(account, name, tuple(found)) for (name, account), found in sorted(areas.items())]
