"""Whoever answers for a unit: to whom its cases may be handed, and who of them is away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from linli.domains.people.absences.queries import AbsenceSeen, absences_of
from linli.domains.people.queries import people_of
from linli.domains.requests.rights import HANDLE


@dataclass(frozen=True)
class Answerer:
    """One of them, with the areas in which they answer, and the absence that lasts now."""

    account: UUID
    name: str
    areas: tuple[str, ...]
    away: AbsenceSeen | None = None

    def reach(self, path: str) -> bool:
        """Whether they answer at this place."""
        return path.startswith(self.areas)


def colleagues(unit: UUID, *, at: datetime) -> list[Answerer]:
    """Everybody who answers for the unit, by name; residents in a post have none. Two statements."""
    areas: dict[tuple[str, UUID], list[str]] = {}
    for post in people_of(unit, right=HANDLE.code, at=at):
        if post.name:
            areas.setdefault((post.name, post.account), []).append(post.area)
    away = {each.account: each for each in absences_of([unit], at=at) if each.holds(at)}
    return [
        Answerer(account, name, tuple(found), away.get(account)) for (name, account), found in sorted(areas.items())
    ]
