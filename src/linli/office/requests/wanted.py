"""Filters of the list of requests, read from the address; what is unknown there is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.timezone import get_current_timezone

from linli.domains.matters.queries import Filters
from linli.domains.people.actor import Actor
from linli.domains.requests.categories import CATEGORIES
from linli.kernel.lifecycle import Lifecycle

FLAGS = ("open", "late", "mine")


@dataclass(frozen=True)
class Wanted:
    """Clean values by their name in the address, and the kind that is listed."""

    kind: str
    given: Mapping[str, str]

    @classmethod
    def read(cls, query: QueryDict, *, life: Lifecycle, areas: Mapping[str, object]) -> Wanted:
        """What the address asks for, of what this reader can ask for."""
        allowed: dict[str, Mapping[str, object]] = {"state": life.by_code, "category": CATEGORIES, "area": areas}
        given = {name: str(query[name]) for name, known in allowed.items() if query.get(name) in known}
        given |= {flag: "1" for flag in FLAGS if query.get(flag) == "1"}
        given |= {name: str(query[name]) for name in ("since", "until") if _day(query.get(name, ""))}
        return cls(life.kind, given)

    def filters(self, *, by: Actor, now: datetime) -> Filters:
        """The same as the query takes it; `until` is a day that counts in."""
        since, until = _day(self.given.get("since", "")), _day(self.given.get("until", ""))
        return Filters(
            kind=self.kind,
            states=(self.given["state"],) if "state" in self.given else (),
            category=self.given.get("category", ""),
            area=self.given.get("area", ""),
            open_only="open" in self.given,
            overdue_at=now if "late" in self.given else None,
            held_by=by.account if "mine" in self.given else None,
            since=_midnight(since) if since else None,
            until=_midnight(until + timedelta(days=1)) if until else None,
        )

    def address(self, **changes: Any) -> str:
        """The query string with something changed; an empty value takes it out."""
        pairs = {name: value for name, value in {**self.given, **changes}.items() if value}
        return f"?{urlencode(pairs)}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=get_current_timezone())
