"""Worklist and figures over the machines' door."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router
from pydantic import AwareDatetime

from linli.api.counted import (
    BalanceOut,
    FiguresAsked,
    FiguresOut,
    HidingsOut,
    RatesOut,
    WhistlingOut,
    balance_out,
    figures_out,
    rates_out,
)
from linli.api.problems import READING
from linli.api.shapes import MatterOut, matter_out
from linli.api.tokens import FIGURES, READ, caller
from linli.api.words import Area
from linli.domains.matters import queries as matters
from linli.domains.requests.figures.queries import Asked, balance, figures, hidings, three_rates, whistling

router = Router(tags=["figures"])


@router.get("/worklist", auth=READ, response={200: list[MatterOut], **READING}, operation_id="worklist")
def read_worklist(request: HttpRequest) -> list[dict[str, Any]]:
    """What is asked of the caller now, due first."""
    return [matter_out(matter) for matter in matters.worklist(by=caller(request))]


@router.get("/rates", auth=FIGURES, response={200: RatesOut, **READING}, operation_id="three_rates")
def read_rates(request: HttpRequest, since: AwareDatetime, until: AwareDatetime, area: Area = "") -> dict[str, Any]:
    """Contacted, solved and satisfied over requests first answered or due in the period, whichever came first."""
    return rates_out(three_rates(by=caller(request), since=since, until=until, area=area))


@router.get("/balance", auth=FIGURES, response={200: BalanceOut, **READING}, operation_id="balance")
def read_balance(request: HttpRequest, since: AwareDatetime, until: AwareDatetime, area: Area = "") -> dict[str, Any]:
    """What became of the requests received in the period, as they stand now."""
    return balance_out(balance(by=caller(request), since=since, until=until, area=area))


@router.get("/figures", auth=FIGURES, response={200: FiguresOut, **READING}, operation_id="figures")
def read_figures(request: HttpRequest, asked: Query[FiguresAsked]) -> dict[str, Any]:
    """Every figure of a period side by side, as a whole and by place, category, kind and the unit that answers."""
    found = figures(Asked(**asked.given()), by=caller(request), now=timezone.now())
    return figures_out(found)


@router.get("/whistling", auth=FIGURES, response={200: WhistlingOut, **READING}, operation_id="whistling")
def read_whistling(request: HttpRequest, asked: Query[FiguresAsked]) -> dict[str, Any]:
    """What became of the whistles for requests of a period: who reported in when, and what both sides say of it."""
    return asdict(whistling(Asked(**asked.given()), by=caller(request), now=timezone.now()))


@router.get("/hidden", auth=FIGURES, response={200: HidingsOut, **READING}, operation_id="hidden")
def read_hidings(request: HttpRequest, asked: Query[FiguresAsked]) -> dict[str, Any]:
    """How much of a period's requests was hidden from neighbours, on which grounds, and how appeals ended."""
    return asdict(hidings(Asked(**asked.given()), by=caller(request)))
