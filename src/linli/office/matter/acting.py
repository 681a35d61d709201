"""One act done from the matter's page; what is refused comes back with everything that was typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from linli.domains.matters.kinds import kind_of
from linli.domains.matters.queries import get_by_number
from linli.domains.people.actor import Actor
from linli.kernel.lifecycle.forms import TransitionForm
from linli.kernel.refusal import NotFound
from linli.kernel.words import say
from linli.office.attempt import Attempt, attempt
from linli.office.door import staff_only
from linli.office.matter.offers import Chosen
from linli.office.matter.page import Page, page_of
from linli.office.matter.views import show

NO_ACT = say("There is no such act here. Load the page again.", "这里没有这个操作，请刷新页面。")


@require_http_methods(["GET", "POST"])
@staff_only
def act(request: HttpRequest, number: str, verb: str, *, by: Actor, at: datetime) -> HttpResponse:
    """Done and told, or refused in words on the page as it now stands; asked for by its address, its form is shown."""
    if request.method == "GET":
        return HttpResponseRedirect(reverse("office:matter", args=[number], query={"act": verb}))
    matter = get_by_number(number, by=by)
    transition = kind_of(matter.kind).life.by_verb.get(verb)
    if transition is None:
        raise NotFound(NO_ACT)
    tried = attempt(request, matter, transition, by=by, at=at)
    if tried.refusal:
        page = _with_typed(page_of(number, by=by, now=at, verb=verb), tried, verb=verb, number=matter.number)
        return show(request, page, status=tried.refusal.status)
    messages.success(request, str(tried.told))
    if not request.headers.get("HX-Request"):
        return HttpResponseRedirect(reverse("office:matter", args=[number]))
    answer = show(request, page_of(number, by=by, now=at))
    answer["HX-Trigger"] = "acted"
    return answer


def _with_typed(page: Page, tried: Attempt, *, verb: str, number: str) -> Page:
    """The page with the form that was sent; where the act is no longer open, with what was typed, to copy."""
    offer = next((offer for offer in page.offers if offer.is_(number, verb)), None)
    if offer:
        return replace(page, chosen=Chosen(offer, tried.form))
    sentence = tried.refusal.sentence if tried.refusal else None
    return replace(page, chosen=None, refusal=sentence, kept=list(_typed(tried.form)))


def _typed(form: TransitionForm) -> Iterator[tuple[str, str]]:
    for name in form.transition.sealed_fields():
        if words := form.data.get(name, "").strip():
            yield str(form.fields[name].label), words
