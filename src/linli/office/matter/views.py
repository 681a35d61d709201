"""The page of one matter, the acts done on it, and the openings of what is sealed."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from linli.domains.matters.attachments import ACCEPTED, open_attachment, open_compared
from linli.domains.matters.opening_texts import open_text
from linli.domains.matters.queries import get, get_by_number
from linli.domains.notices.lifecycle import NOTICE
from linli.domains.people.actor import Actor
from linli.domains.requests.actions import open_contact
from linli.domains.requests.disputes.actions import open_party
from linli.domains.requests.disputes.lifecycle import DISPUTANT
from linli.office.door import staff_only
from linli.office.matter.page import Page, page_of
from linli.office.matter.purposes import PURPOSES, read_purpose

TEMPLATE, PANEL = "office/matter/page.html", "office/matter/panel.html"


@require_GET
@staff_only
def matter(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """The page; beside a list, only its panel. A notice has a page of its own."""
    if get_by_number(number, by=by).kind == NOTICE.kind:
        return _elsewhere(request, reverse("office:notices:one", args=[number]))
    asked = request.GET
    page = page_of(
        number,
        by=by,
        now=at,
        on=asked.get("on", ""),
        verb=asked.get("act", ""),
        take=asked.get("take") == "1",
        wording=asked.get("wording", ""),
    )
    return show(request, page)


@require_GET
@staff_only
def by_id(request: HttpRequest, matter: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """From a matter's identifier, as messages carry it, to its page."""
    return HttpResponseRedirect(reverse("office:matter", args=[get(matter, by=by).number]))


@require_POST
@staff_only
def original(request: HttpRequest, number: str, text: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """The page with one text in its original words; the opening is logged for the resident to read."""
    words = open_text(text, by=by, purpose=read_purpose(request.POST), at=at)
    page = page_of(number, by=by, now=at)
    page.originals[text] = words
    return show(request, page)


@require_POST
@staff_only
def contact(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """The page with the reporter's name and number; the opening is logged for the resident to read."""
    page = page_of(number, by=by, now=at)
    about, opening = (page.entered, open_party) if page.entered.kind == DISPUTANT.kind else (page.whole, open_contact)
    page.contact = opening(about.pk, by=by, purpose=read_purpose(request.POST), at=at)
    return show(request, page)


@require_POST
@staff_only
def compare(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """The page with the photos from before and after the work side by side; each opening is logged."""
    page = page_of(number, by=by, now=at)
    page.compared = open_compared(page.whole, by=by, purpose=read_purpose(request.POST), at=at, staff=True)
    return show(request, page)


@require_POST
@staff_only
def file(request: HttpRequest, number: str, file: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """A file, opened and logged; pictures and sounds in the browser, documents to be saved."""
    opened = open_attachment(file, by=by, purpose=read_purpose(request.POST), at=at)
    inline = opened.mime.startswith(("image/", "audio/"))
    answer = HttpResponse(opened.content, content_type=opened.mime)
    answer["Content-Disposition"] = f'{"inline" if inline else "attachment"}; filename="{opened.name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _elsewhere(request: HttpRequest, address: str) -> HttpResponse:
    """There, also where htmx asked for a panel."""
    if not request.headers.get("HX-Request"):
        return HttpResponseRedirect(address)
    answer = HttpResponse(status=204)
    answer["HX-Redirect"] = address
    return answer


def show(request: HttpRequest, page: Page, *, status: int = 200) -> HttpResponse:
    """The page, or for htmx its panel alone; a refused act still shows where it was tried."""
    panel = bool(request.headers.get("HX-Request"))
    given = {"page": page, "panel": panel, "purposes": PURPOSES, "accepted": ACCEPTED}
    answer = render(request, PANEL if panel else TEMPLATE, given, status=status)
    if panel and status != 200:
        answer["HX-Retarget"], answer["HX-Reswap"] = "#matter", "outerHTML"
    return answer
