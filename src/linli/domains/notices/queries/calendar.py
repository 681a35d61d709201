"""The calendar of disclosures: what each community owes the public, what is out, and what is late for all to see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils.timezone import localdate

from linli.domains.notices.disclosing import Owed, owed, period_words
from linli.domains.notices.models import Audience
from linli.domains.notices.states import WITHDRAWN
from linli.domains.notices.vocabulary import DISCLOSURES
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place
from linli.domains.places.paths import ancestors, below
from linli.kernel.words import Words

BACK = 4
"""Periods of each kind that are shown."""


@dataclass(frozen=True)
class DisclosureSeen:
    """One disclosure of one community; `number` is the notice it came out in, empty where there is none."""

    place: UUID
    community: Words
    owed: Owed
    number: str
    published_at: datetime | None
    late: bool

    @property
    def period_words(self) -> Words:
        """Its period, as people say it."""
        return period_words(self.owed.period)

    @property
    def overdue(self) -> bool:
        """Whether it should be out and is not."""
        return self.late and not self.number


def disclosures(*, area: str = "", now: datetime) -> list[DisclosureSeen]:
    """Every community of the area, or all, with what it owes, the latest period first; two statements."""
    within = below(area) if area else Q()
    rows = Place.objects.filter(within, kind=PlaceKind.COMMUNITY, active_until=None).defer("geometry").order_by("path")
    communities = list(rows)
    out = _out([place.path for place in communities])
    return [
        _seen(place, each, out, now=now)
        for place in communities
        for each in owed(now=now, since=localdate(place.active_from), back=BACK)
    ]


def overdue(*, area: str = "", now: datetime) -> Sequence[DisclosureSeen]:
    """What should be out and is not."""
    return [each for each in disclosures(area=area, now=now) if each.overdue]


Out = dict[tuple[str, str], list[tuple[str, str, datetime]]]
"""(type, period) → (path of the audience, number, published) of what is out for it."""


def _out(paths: Iterable[str]) -> Out:
    above = {path for each in paths for path in ancestors(each)}
    meant = Audience.objects.filter(path__in=above, notice__type__in=DISCLOSURES, notice__published_at__isnull=False)
    rows = meant.exclude(notice__matter__state=WITHDRAWN.code).order_by("notice__published_at")
    found: Out = {}
    columns = ("notice__type", "notice__period", "path", "notice__matter__number", "notice__published_at")
    for kind, period, path, number, at in rows.values_list(*columns):
        assert at is not None  # noqa: S101 - asked for what is out
        found.setdefault((kind, period), []).append((path, number, at))
    return found


def _seen(place: Place, each: Owed, out: Out, *, now: datetime) -> DisclosureSeen:
    mine = [row for row in out.get((each.type.value, each.period), ()) if place.path.startswith(row[0])]
    _, number, at = mine[0] if mine else ("", "", None)
    return DisclosureSeen(place.pk, place.words, each, number, at, late=(at or now) > each.due_at)
