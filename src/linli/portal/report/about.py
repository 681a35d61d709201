"""The third page: what is it about? First the field, then the thing; whoever does not know leaves it to the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from linli.domains.people.actor import Actor
from linli.domains.requests.categories import CATEGORIES, known_categories
from linli.kernel.words import Words
from linli.portal.door import everyone
from linli.portal.report.draft import Draft, draft_of
from linli.portal.report.page import first_missing, go_on, show

ICONS = {
    "home": "building-2",
    "utilities": "droplets",
    "street": "trees",
    "traffic": "car",
    "life": "hand-helping",
    "safety": "flame",
    "dispute": "handshake",
    "other": "ellipsis",
}
UNSURE = "other.other"


@dataclass(frozen=True)
class Card:
    """A field or a thing to choose: what a tap sends or leads to."""

    code: str
    words: Words
    icon: str
    chosen: bool
    leads_on: bool = False


@require_http_methods(["GET", "POST"])
@everyone
def about(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Takes a category."""
    draft = draft_of(request)
    if early := first_missing(draft, before="about"):
        return early
    if request.method == "POST" and request.POST.get("category") in known_categories():
        draft.category = request.POST["category"]
        return go_on(request, draft, after="about")
    group = request.GET.get("in", "")
    status = 422 if request.method == "POST" else 200
    if group not in CATEGORIES:
        return show(request, "about", draft, status=status, cards=_groups(draft), unsure=UNSURE)
    words, _ = CATEGORIES[group]
    given = {"cards": _leaves(group, draft), "within": words, "unsure": UNSURE}
    return show(request, "about", draft, status=status, back=reverse("portal:report:about"), **given)


def _groups(draft: Draft) -> list[Card]:
    """The fields; one that holds a single thing is chosen with one tap."""
    cards = []
    for group, (words, leaves) in CATEGORIES.items():
        only = f"{group}.{next(iter(leaves))}" if len(leaves) == 1 else ""
        chosen = draft.category.startswith(f"{group}.")
        if only != UNSURE:  # offered apart
            cards.append(Card(only or group, words, ICONS.get(group, "circle-dot"), chosen, leads_on=not only))
    return cards


def _leaves(group: str, draft: Draft) -> list[Card]:
    _, leaves = CATEGORIES[group]
    codes = {f"{group}.{leaf}": words for leaf, words in leaves.items()}
    return [Card(code, words, "", code == draft.category) for code, words in codes.items()]
