"""Worklist and figures over the machines' door."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router
from pydantic import BaseModel

from linli.api.problems import READING
from linli.api.shapes import MatterOut, matter_out
from linli.api.tokens import FIGURES, READ, caller
from linli.api.words import Area
from linli.domains.matters import queries as matters
from linli.domains.requests.queries import Rate, balance, three_rates

router = Router(tags=["figures"])


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
    """received = open + the sum of `apart`, by state; `suspended` and `external` are among the open."""

    received: int
    open: int
    suspended: int
    external: int
    apart: dict[str, int]


@router.get("/worklist", auth=READ, response={200: list[MatterOut], **READING}, operation_id="worklist")
def read_worklist(request: HttpRequest) -> list[dict[str, Any]]:
    """What is asked of the caller now, due first."""
    return [matter_out(matter) for matter in matters.worklist(by=caller(request))]


@router.get("/rates", auth=FIGURES, response={200: RatesOut, **READING}, operation_id="three_rates")
def read_rates(request: HttpRequest, since: datetime, until: datetime, area: Area = "") -> dict[str, Any]:
    """Contacted, solved and satisfied over requests first answered or due in the period, whichever came first."""
    rates = three_rates(by=caller(request), since=since, until=until, area=area)
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


@router.get("/balance", auth=FIGURES, response={200: BalanceOut, **READING}, operation_id="balance")
def read_balance(request: HttpRequest, since: datetime, until: datetime, area: Area = "") -> dict[str, Any]:
    """What became of the requests received in the period, as they stand now."""
    found = balance(by=caller(request), since=since, until=until, area=area)
    return {
        "received": found.received,
        "open": found.open,
        "suspended": found.suspended,
        "external": found.external,
        "apart": {state.code: count for state, count in found.apart.items()},
    }


def _rate(rate: Rate) -> dict[str, Any]:
    return {"numerator": rate.numerator, "denominator": rate.denominator, "share": rate.share}
