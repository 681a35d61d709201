"""Which part of the shared matters is looked at: read from the address, written back into chips and links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from django.http import QueryDict
from django.utils.http import urlencode

from linli.design.shapes import Link
from linli.domains.matters.queries import Filters
from linli.domains.places.queries import Ground
from linli.domains.requests.categories import CATEGORIES
from linli.domains.requests.lifecycle import REQUEST
from linli.kernel.words import Words, say

OPEN = tuple(state.code for state in REQUEST.states if not state.final)
ENDED = tuple(state.code for state in REQUEST.states if state.final)
STATES: dict[str, tuple[Words, tuple[str, ...]]] = {
    "open": (say("Under way", "办理中"), OPEN),
    "ended": (say("Ended", "已办结"), ENDED),
}


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """`area` is a place's path, `about` a field of categories, `state` one of STATES; what is unknown is left out."""

    area: str = ""
    about: str = ""
    state: str = ""

    @classmethod
    def read(cls, given: QueryDict, ground: Ground) -> Self:
        """What `?in=…&about=…&state=…` asks for."""
        area = given.get("in", "")
        ours = any(area.startswith(community.path) for community in ground.communities)
        about, state = given.get("about", ""), given.get("state", "")
        return cls(
            area=area if ours and area.endswith(".") else "",
            about=about if about in CATEGORIES else "",
            state=state if state in STATES else "",
        )

    @property
    def filters(self) -> Filters:
        """The same as the query takes it."""
        return Filters(
            area=self.area,
            category=self.about,
            states=STATES[self.state][1] if self.state else (),
        )

    def address(self, **changes: str) -> str:
        """The query string of the same filters, changed."""
        wanted = replace(self, **changes)
        pairs = {"in": wanted.area, "about": wanted.about, "state": wanted.state}
        return f"?{urlencode({name: value for name, value in pairs.items() if value})}"

    def states(self) -> Sequence[Link]:
        """Chips for how it stands."""
        everything = Link(href=self.address(state=""), words=say("All", "全部"), current=not self.state)
        return [
            everything,
            *(
                Link(href=self.address(state=state), words=words, current=self.state == state)
                for state, (words, _) in STATES.items()
            ),
        ]

    def abouts(self) -> Sequence[Link]:
        """Chips for what it is about."""
        return [
            Link(
                href=self.address(about="" if self.about == about else about), words=words, current=self.about == about
            )
            for about, (words, _) in CATEGORIES.items()
        ]
