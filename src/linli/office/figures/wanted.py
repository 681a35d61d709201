"""What figures are asked for, read from the address; what is unknown there is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.utils.timezone import localdate

from linli.design.shapes import Link
from linli.domains.requests.categories import CATEGORIES, known_categories
from linli.domains.requests.figures.queries import NARROWED, Asked, By
from linli.domains.requests.vocabulary import Channel, RequestKind
from linli.kernel.words import say
from linli.office.doing import ends, midnight

LATELY = 30
"""Days that are counted where no period is asked for, today among them."""
NAMES = {By.PLACE: "area", By.CATEGORY: "category", By.KIND: "kind", By.UNIT: "unit"}
"""What each breakdown is called in the address when it narrows."""


@dataclass(frozen=True)
class Wanted:
    """Clean values by their name in the address; `today` closes the period where none is given."""

    given: Mapping[str, str]
    today: date

    @classmethod
    def read(cls, query: QueryDict, *, areas: Mapping[str, object], at: datetime) -> Wanted:
        """What the address asks for, of what this reader can ask for."""
        allowed = {"area": areas, "kind": RequestKind.codes(), "category": known_categories() | CATEGORIES.keys()}
        allowed["channel"] = Channel.codes()
        given = {name: str(query[name]) for name, known in allowed.items() if query.get(name) in known}
        checks = {"since": _day, "until": _day, "unit": _is_identifier, "by": By.codes().__contains__}
        given |= {name: str(query[name]) for name, known in checks.items() if known(query.get(name, ""))}
        return cls(given, localdate(at))

    @property
    def since(self) -> date:
        """The first day."""
        return _day(self.given.get("since", "")) or self.until - timedelta(days=LATELY - 1)

    @property
    def until(self) -> date:
        """The last day, which counts in."""
        return _day(self.given.get("until", "")) or self.today

    @property
    def by(self) -> By:
        """What the table tells apart."""
        return By(self.given.get("by", By.PLACE.value))

    def asked(self) -> Asked:
        """The same as the query takes it. Raises Invalid for a period that cannot be."""
        narrowed = {name: self.given.get(name, "") for name in NARROWED}
        since, until = midnight(self.since), ends(self.until)
        assert since is not None  # noqa: S101 - both days are known
        assert until is not None  # noqa: S101
        return Asked(since=since, until=until, **narrowed)

    def address(self, **changes: str) -> str:
        """The query string with something changed; an empty value takes it out."""
        return f"?{urlencode({name: value for name, value in {**self.given, **changes}.items() if value})}"

    def narrowed(self, key: str) -> str:
        """The same figures of one group of the table alone; empty where it cannot be narrowed further."""
        name = NAMES[self.by]
        return self.address(**{name: key}) if key and self.given.get(name) != key else ""

    def periods(self) -> Sequence[Link]:
        """Periods that people ask for most."""
        first = self.today.replace(day=1)
        last_month = first - timedelta(days=1)
        spans = (
            (say("Last 7 days", "近 7 天"), self.today - timedelta(days=6), self.today),
            (say("Last 30 days", "近 30 天"), self.today - timedelta(days=LATELY - 1), self.today),
            (say("This month", "本月"), first, self.today),
            (say("Last month", "上月"), last_month.replace(day=1), last_month),
            (say("This year", "今年"), self.today.replace(month=1, day=1), self.today),
        )
        return [
            Link(
                href=self.address(since=since.isoformat(), until=until.isoformat()),
                words=words,
                current=(since, until) == (self.since, self.until),
            )
            for words, since, until in spans
        ]

    def tabs(self) -> Sequence[Link]:
        """One for each thing the table may tell apart."""
        return [Link(href=f"{self.address(by=by.value)}#parts", words=by.words, current=by is self.by) for by in By]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _is_identifier(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
