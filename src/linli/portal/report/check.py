"""The last page: is all of it right? Then it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from linli.domains.matters.attachments import ACCEPTED
from linli.domains.people.actor import Actor
from linli.domains.people.signin.actions import Use, spend, visit_of
from linli.domains.people.signin.middleware import TRACKS
from linli.domains.people.signin.policy import FILE
from linli.domains.places.queries import at_path, label
from linli.domains.places.spots import Spot
from linli.domains.requests.actions import Reporter, report
from linli.domains.requests.categories import category_words
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.lifecycle.request import Report
from linli.kernel.jobs import once
from linli.kernel.lifecycle.reading import read_details
from linli.kernel.record import noting_entries, receipts
from linli.kernel.refusal import Refusal
from linli.portal.door import everyone
from linli.portal.files import sent_files
from linli.portal.neighbours.shown import Shown
from linli.portal.report import draft as drafts
from linli.portal.report.alike import offers
from linli.portal.report.done import remember, was_sent
from linli.portal.report.draft import Draft, draft_of
from linli.portal.report.page import first_missing, show


@require_http_methods(["GET", "POST"])
@everyone
def check(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Shows everything once more, and files it."""
    draft = draft_of(request)
    if request.method == "POST" and not draft.text and was_sent(request):  # its answer was lost on the way
        return HttpResponseRedirect(reverse("portal:report:done"))
    if early := first_missing(draft, before="check"):
        return early
    place = at_path(draft.place)
    if request.method == "GET":
        return _shown(request, draft, alike=offers(draft.text, place=place.path, by=by, at=at))
    try:
        return _filed(request, draft, place, by=by, at=at)
    except Refusal as refusal:  # nothing typed is lost: the draft stays where it is
        return _shown(request, draft, refusal)


@require_POST
@everyone
def drop(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Forgets the draft."""
    drafts.drop(request)
    return HttpResponseRedirect("/")


def _shown(
    request: HttpRequest, draft: Draft, refusal: Refusal | None = None, *, alike: Sequence[Shown] = ()
) -> HttpResponse:
    given: dict[str, Any] = {
        "place": label(draft.place),
        "category": category_words(draft.category),
        "refusal": refusal,
        "alike": alike,
        "accepted": ACCEPTED,
        "files_lost": bool(request.FILES),
    }
    return show(request, "check", draft, status=refusal.status if refusal else 200, **given)


def _filed(request: HttpRequest, draft: Draft, place: Spot, *, by: Actor, at: datetime) -> HttpResponse:
    if by.account is None:
        spend([Use(FILE, visit_of(request).mark)], at=at)
    details = read_details(
        Report,
        {
            "text": draft.text,
            "place": place.id,
            "category": draft.category,
            "share": draft.share,
            "confidential": draft.confidential,
        },
    )
    files = sent_files(request, kind=REQUEST.kind, at=at)
    reporter = None if by.stands_for else Reporter(name=draft.name, phone=draft.phone)
    answer = HttpResponseRedirect(reverse("portal:report:done"))
    with once(f"report:{draft.id}") as first:
        if first:
            with noting_entries() as entries:
                reported = report(details, by=by, at=at, reporter=reporter, files=files)
            drafts.drop(request)
            if by.stands_for is None:
                request.session[TRACKS] = str(reported.matter.pk)
            promised = receipts(entries, at=at)
            remember(request, answer, number=reported.matter.number, code=reported.tracking_code, receipts=promised)
            request.session.save()  # whatever breaks now: either it was filed and this browser knows it, or neither
    return answer
