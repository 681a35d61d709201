"""Which requests are counted: a period, an area, and what they are about, wanted or answered by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from linli.domains.matters.models import Matter
from linli.domains.matters.seeing import visible_to
from linli.domains.people.actor import Actor
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.paths import below
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.states import UNDONE
from linli.kernel.refusal import Invalid
from linli.kernel.words import say

YEARS = frozenset(range(2000, 2101))
"""Years that working calendars reach."""
NARROWED = ("area", "category", "kind", "unit", "channel")
"""What may narrow a period; empty means all of it."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The period is [since, until); what is empty means all. `unit` is the identifier of the unit that answers,
    `channel` the door they came through."""

    since: datetime
    until: datetime
    area: str = ""
    category: str = ""
    kind: str = ""
    unit: str = ""
    channel: str = ""

    def __post_init__(self) -> None:
        if not (self.since < self.until and {self.since.year, self.until.year} <= YEARS):
            raise Invalid(
                say(
                    "A period ends after it begins, between {first} and {last}. Choose its two days again.",
                    "统计期的结束要晚于开始，且在 {first} 年至 {last} 年之间，请重新选择起止日期。",
                    first=min(YEARS),
                    last=max(YEARS),
                )
            )

    @property
    def within_community(self) -> bool:
        """Whether the area is a community or part of one, so that buildings are told apart."""
        return f".{PlaceKind.COMMUNITY.letter}" in f".{self.area}"

    def seen(self, *, by: Actor) -> QuerySet[Matter]:
        """Requests of this area and sort that the actor may see, of whatever time; none that an undone import left."""
        rows = visible_to(by).filter(self._wanted(), kind=REQUEST.kind).exclude(state=UNDONE.code)
        return rows.order_by()

    def received(self, *, by: Actor) -> QuerySet[Matter]:
        """Those of them received in the period."""
        return self.seen(by=by).filter(opened_at__gte=self.since, opened_at__lt=self.until)

    def _wanted(self) -> Q:
        wanted = below(self.area) if self.area else Q()
        if self.category:
            exact = "." in self.category
            wanted &= Q(category=self.category) if exact else Q(category__startswith=f"{self.category}.")
        if self.kind:
            wanted &= Q(facts__kind=self.kind)
        if self.unit:
            wanted &= Q(facts__lead_unit=self.unit)
        if self.channel:
            wanted &= Q(request__channel=self.channel)
        return wanted
