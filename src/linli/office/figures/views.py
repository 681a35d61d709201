"""The page of figures: balance, what is open, rates, first words, what happened, whistles, what was hidden, parts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from linli.domains.people.actor import Actor
from linli.domains.people.rights import require_anywhere
from linli.domains.requests.categories import CATEGORIES
from linli.domains.requests.figures.exporting import Taken, take
from linli.domains.requests.figures.queries import By, Figures, figures, hidings, whistling
from linli.domains.requests.rights import READ
from linli.domains.requests.vocabulary import Channel, RequestKind
from linli.kernel.refusal import Invalid
from linli.kernel.words import Words, say
from linli.office.door import staff_only
from linli.office.figures import hidden
from linli.office.figures.ages import ages
from linli.office.figures.balance import parts
from linli.office.figures.parts import MEASURES, lines
from linli.office.figures.rates import shown
from linli.office.figures.sheet import columns, rows
from linli.office.figures.taking import as_file, received_as_file
from linli.office.figures.wanted import Wanted
from linli.office.figures.whistles import counted
from linli.office.requests.views import areas_for

UNNAMED = say("One unit", "一个承办单位")


@require_GET
@staff_only
def page(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """All figures of the period asked for; of the last thirty days where the one asked for cannot be."""
    require_anywhere(by, READ)
    areas = areas_for(by)
    wanted = Wanted.read(request.GET, areas=areas, at=at)
    try:
        asked, refused = wanted.asked(), None
    except Invalid as refusal:
        wanted = Wanted({**wanted.given, "since": "", "until": ""}, wanted.today)
        asked, refused = wanted.asked(), refusal.sentence
    given = {
        **_shown(figures(asked, by=by, now=at), wanted),
        "whistles": list(counted(whistling(asked, by=by, now=at))),
        "hidden": list(hidden.counted(hidings(asked, by=by))),
        "wanted": wanted,
        "refused": refused,
        "areas": areas,
        "categories": [(code, group) for code, (group, _) in CATEGORIES.items()],
        "kinds": list(RequestKind),
        "channels": list(Channel),
    }
    return render(request, "office/figures/page.html", given, status=422 if refused else 200)


@require_POST
@staff_only
def take_figures(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The figures of the address as a workbook; who took it is noted."""
    require_anywhere(by, READ)
    wanted = Wanted.read(request.GET, areas=areas_for(by), at=at)
    asked = wanted.asked()
    lines = rows(figures(asked, by=by, now=at))
    return as_file(Taken.FIGURES, take(Taken.FIGURES, columns(), lines, asked=asked, by=by, at=at), wanted)


@require_POST
@staff_only
def take_list(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The requests received that the figures of the address were made of, masked, noted; many need leave first."""
    return received_as_file(request, Wanted.read(request.GET, areas=areas_for(by), at=at), by=by, at=at)


def _shown(found: Figures, wanted: Wanted) -> Mapping[str, Any]:
    whole = found.whole
    unit = wanted.given.get("unit", "")
    return {
        "whole": whole,
        "three": whole.rates,
        "rates": list(shown(whole.rates)) if whole.rates else [],
        "balance": whole.balance,
        "parts": list(parts(whole.balance)),
        "ages": list(ages(whole.standing)),
        "measures": MEASURES,
        "lines": list(lines(found.parts[wanted.by], wanted)),
        "unit": _unit_named(found, unit) if unit else None,
    }


def _unit_named(found: Figures, unit: str) -> Words:
    return next((group.words for group in found.parts[By.UNIT] if group.key == unit), UNNAMED)
