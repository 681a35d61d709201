"""What is owed to the public and when: periods that have ended, and the day by which each is disclosed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.utils.timezone import localdate, make_aware

from linli.domains.matters.clocks import deadline_by_rule
from linli.domains.notices.vocabulary import DISCLOSURES, NoticeType
from linli.kernel.rules import rulebook
from linli.kernel.words import Words, say


class Every(StrEnum):
    """How often something is disclosed."""

    MONTH = "month"
    QUARTER = "quarter"


MONTHS = {Every.MONTH: 1, Every.QUARTER: 3}


@dataclass(frozen=True)
class Owed:
    """One disclosure owed: what, for which period, and the moment by which it is out."""

    type: NoticeType
    period: str
    begins: date
    ends: date
    due_at: datetime

    @property
    def words(self) -> Words:
        """What is owed, with its period in words."""
        return say("{what}, {period}", "{period}{what}", what=self.type.words, period=period_words(self.period))

    @property
    def last_day(self) -> date:
        """The last day on which it is in time."""
        return localdate(self.due_at - timedelta(microseconds=1))


def owed(*, now: datetime, since: date, back: int) -> list[Owed]:
    """What is owed for the last `back` periods that ended after `since`, the latest first."""
    found = (each for kind in DISCLOSURES for each in _of(kind, localdate(now), since, back))
    return sorted(found, key=lambda each: (each.ends, each.type), reverse=True)


def period_of(day: date, every: Every) -> tuple[str, date, date]:
    """The period a day lies in: its name, its first day, the day after its last."""
    months = MONTHS[every]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    after = date(first.year + (first.month + months > 12), (first.month + months - 1) % 12 + 1, 1)
    name = f"{first.year}Q{(first.month + 2) // 3}" if every == Every.QUARTER else f"{first:%Y-%m}"
    return name, first, after


def period_words(name: str) -> Words:
    """A period's name as people say it: "third quarter of 2026"."""
    year, quarter, number = name.partition("Q")
    if quarter:
        return say("quarter {n} of {year}", "{year}年第{n}季度", n=number, year=year)
    year, _, number = name.partition("-")
    return say("{month}/{year}", "{year}年{month}月", month=int(number), year=year)


def _of(kind: NoticeType, today: date, since: date, back: int) -> Iterator[Owed]:
    every = Every(rulebook().rule(f"notices.disclosure_every.{kind.value}", on=today).value)
    day = period_of(today, every)[1] - timedelta(days=1)
    for _ in range(back):
        name, first, after = period_of(day, every)
        if after <= since:
            return
        end = make_aware(datetime.combine(after, time())) - timedelta(microseconds=1)
        due = deadline_by_rule(f"notices.disclosure.{kind.value}", since=end).at
        yield Owed(kind, name, first, after, due)
        day = first - timedelta(days=1)
