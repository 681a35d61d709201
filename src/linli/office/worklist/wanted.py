"""Which part of a list is looked at: read from the address, written back into chips and saved filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Self
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict

from linli.domains.matters.kinds import kinds
from linli.domains.matters.queries import Asked
from linli.domains.people.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """The worklist's filters as they stand in the address; what is unknown there is left out, not refused."""

    kind: str = ""
    states: tuple[str, ...] = ()
    late: bool = False
    mine: bool = False
    unit: UUID | None = None

    @classmethod
    def read(cls, given: QueryDict, *, by: Actor) -> Self:
        """What `?kind=…&state=…&late=1&mine=1&unit=…` asks for."""
        known = {kind.life.kind: kind.life.by_code for kind in kinds()}
        kind = given.get("kind", "")
        states = {code for life in known.values() for code in life}
        return cls(
            kind=kind if kind in known else "",
            states=tuple(dict.fromkeys(state for state in given.getlist("state") if state in states)),
            late=given.get("late") == "1",
            mine=given.get("mine") == "1",
            unit=next((unit for unit in by.organisations if str(unit) == given.get("unit")), None),
        )

    def asked(self, *, by: Actor, now: datetime) -> Asked:
        """The same as the query takes it."""
        return Asked(
            kind=self.kind,
            states=self.states,
            late_at=now if self.late else None,
            held_by=by.account if self.mine else None,
            unit=self.unit,
            at=now,
        )

    def address(self, **changes: Any) -> str:
        """The query string of the same filters, changed."""
        wanted = replace(self, **changes)
        pairs: list[tuple[str, str]] = [("kind", wanted.kind)] if wanted.kind else []
        pairs += [("state", state) for state in wanted.states]
        pairs += [(flag, "1") for flag in ("late", "mine") if getattr(wanted, flag)]
        pairs += [("unit", str(wanted.unit))] if wanted.unit else []
        return f"?{urlencode(pairs)}"

    @property
    def narrowed(self) -> bool:
        """Whether anything at all is left out."""
        return self != type(self)()


def only(kind: str, states: Sequence[str]) -> str:
    """The query string that shows one kind in some states."""
    return Wanted(kind=kind, states=tuple(states)).address()
