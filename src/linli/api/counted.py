"""Figures as the machines' door speaks of them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from pydantic import AwareDatetime, BaseModel

from linli.api.words import Area, Line
from linli.domains.requests.figures.happenings import ASKS
from linli.domains.requests.figures.queries import AGES, Balance, Figures, Group, Rate, ThreeRates
from linli.domains.requests.vocabulary import RequestKind


class RateOut(BaseModel):
    """A rate with the numbers it was made of."""

    numerator: int
    denominator: int
    share: float | None


class RatesOut(BaseModel):
    """The three rates and what they leave out; `rule` names formula and version."""

    rule: str
    counted: int
    contacted: RateOut
    solved: RateOut
    satisfied: RateOut
    unreachable: int
    unasked: int
    open: int
    left_out: int


class BalanceOut(BaseModel):
    """received = open + the sum of `apart`, by state; `suspended`, `planned` and `external` are among the open."""

    received: int
    open: int
    suspended: int
    planned: int
    external: int
    apart: dict[str, int]


class HidingsOut(BaseModel):
    """times = still_hidden + shown_again = the sum of `by_ground`; appealed = waiting + upheld + restored."""

    times: int
    still_hidden: int
    shown_again: int
    appealed: int
    waiting: int
    upheld: int
    restored: int
    by_ground: dict[str, int]
    flagged: int
    flags_waiting: int
    heeded: int
    not_heeded: int


class WhistlingOut(BaseModel):
    """asked = waiting + blown + refused + lapsed; called = on_time + late + awaited + overdue + let_go."""

    asked: int
    waiting: int
    blown: int
    refused: int
    lapsed: int
    called: int
    on_time: int
    late: int
    awaited: int
    overdue: int
    let_go: int
    sent_back: int
    did_share: int
    satisfied: int
    rightly: int
    wrongly: int


class FiguresAsked(BaseModel):
    """A period, and what to narrow it to; empty means all. A category is a group or `group.category`."""

    since: AwareDatetime
    until: AwareDatetime
    area: Area = ""
    category: Line = ""
    kind: RequestKind | None = None
    unit: UUID | None = None

    def given(self) -> dict[str, Any]:
        """The same as the query takes it."""
        kind, unit = self.kind.value if self.kind else "", str(self.unit) if self.unit else ""
        return {**self.model_dump(), "kind": kind, "unit": unit}


class OpenOut(BaseModel):
    """Open now, whenever received; `ages` counts by days, from the youngest; `earlier` came before the period."""

    open: int
    late: int
    suspended: int
    planned: int
    external: int
    earlier: int
    ages: dict[str, int]


class ContactOut(BaseModel):
    """First words to residents; `median_hours` and `p90_hours` are working hours, of those contacted so far."""

    contacted: int
    in_time: int
    waiting: int
    median_hours: float | None
    p90_hours: float | None


class AsksOut(BaseModel):
    """How often something was asked for, and granted."""

    asked: int
    granted: int


class GroupOut(BaseModel):
    """One line of figures; `rates` are null where nothing was answered or due."""

    key: str
    words: str
    balance: BalanceOut
    open: OpenOut
    contact: ContactOut
    asks: dict[str, AsksOut]
    reopened: int
    merged: int
    rates: RatesOut | None


class FiguresOut(BaseModel):
    """The whole, and its parts by `place`, `category`, `kind` and `unit`, in no order of merit."""

    at: AwareDatetime
    whole: GroupOut
    parts: dict[str, list[GroupOut]]


def figures_out(found: Figures) -> dict[str, Any]:
    """All of them, in the caller's language."""
    parts = {by.value: [_group(group) for group in groups] for by, groups in found.parts.items()}
    return {"at": found.at, "whole": _group(found.whole), "parts": parts}


def rates_out(rates: ThreeRates) -> dict[str, Any]:
    """The three rates."""
    return {
        "rule": rates.rule,
        "counted": rates.counted,
        "contacted": _rate(rates.contacted),
        "solved": _rate(rates.solved),
        "satisfied": _rate(rates.satisfied),
        "unreachable": rates.unreachable,
        "unasked": rates.unasked,
        "open": rates.open,
        "left_out": rates.left_out,
    }


def balance_out(balance: Balance) -> dict[str, Any]:
    """The balance."""
    return {
        "received": balance.received,
        "open": balance.open,
        "suspended": balance.suspended,
        "planned": balance.planned,
        "external": balance.external,
        "apart": {state.code: count for state, count in balance.apart.items()},
    }


def _group(group: Group) -> dict[str, Any]:
    standing, contact, happenings = group.standing, group.contact, group.happenings
    return {
        "key": group.key,
        "words": str(group.words),
        "balance": balance_out(group.balance),
        "open": {
            "open": standing.open,
            "late": standing.late,
            "suspended": standing.suspended,
            "planned": standing.planned,
            "external": standing.external,
            "earlier": standing.earlier,
            "ages": dict(zip(_bands(), standing.ages, strict=True)),
        },
        "contact": {
            "contacted": contact.contacted,
            "in_time": contact.in_time,
            "waiting": contact.waiting,
            "median_hours": _hours(contact.median),
            "p90_hours": _hours(contact.slow),
        },
        "asks": {kind: vars(getattr(happenings, kind)) for kind in ASKS},
        "reopened": happenings.reopened,
        "merged": happenings.merged,
        "rates": rates_out(group.rates) if group.rates else None,
    }


def _bands() -> list[str]:
    """`0-7`, `7-15` …, the last without an end."""
    return [f"{first}-{last}" for first, last in zip((0, *AGES), (*AGES, ""), strict=True)]


def _hours(microseconds: int | None) -> float | None:
    return None if microseconds is None else round(microseconds / 3_600_000_000, 2)


def _rate(rate: Rate) -> dict[str, Any]:
    return {"numerator": rate.numerator, "denominator": rate.denominator, "share": rate.share}
