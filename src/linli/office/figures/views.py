"""The page of figures: the balance, what is open, the rates, first words, what happened on the way, and the parts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from linli.domains.people.actor import Actor
from linli.domains.people.rights import require_anywhere
from linli.domains.requests.categories import CATEGORIES
from linli.domains.requests.figures import By, Figures, figures
from linli.domains.requests.rights import READ
from linli.domains.requests.vocabulary import RequestKind
from linli.kernel.refusal import Invalid
from linli.kernel.words import Words, say
from linli.office.door import staff_only
from linli.office.figures.ages import ages
from linli.office.figures.balance import parts
from linli.office.figures.parts import MEASURES, lines
from linli.office.figures.rates import shown
from linli.office.figures.wanted import Wanted
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
        "wanted": wanted,
        "refused": refused,
        "areas": areas,
        "categories": [(code, group) for code, (group, _) in CATEGORIES.items()],
        "kinds": list(RequestKind),
    }
    return render(request, "office/figures/page.html", given, status=422 if refused else 200)


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
