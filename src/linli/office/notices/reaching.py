"""Whom a notice reached: the board by building and staircase, the doors left with their ticks, and both on paper."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_http_methods

from linli.design.sending import send_file
from linli.domains.delivery.reach.actions import Kind, tick_door
from linli.domains.delivery.reach.papers import door_list, sheets
from linli.domains.delivery.reach.queries import board, doors_left
from linli.domains.delivery.reach.refusals import not_that_door
from linli.domains.notices.queries import get_published
from linli.domains.people.actor import Actor
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.paths import kind_of, parent_of
from linli.domains.places.queries import labels
from linli.kernel.words import say
from linli.office.door import staff_only

PDF = "application/pdf"
TICKS = {
    Kind.TOLD.code: say("Told in person", "当面告知"),
    Kind.READ_FOR.code: say("They wished it: read aloud", "本人同意，已代读"),
    Kind.SIGNED.code: say("Signed on paper", "纸质签收"),
}
NOTED = say("Noted: {door}.", "已登记：{door}。")
NOTED_BEFORE = say("This was noted before; nothing changed.", "之前已登记过，没有变化。")


@require_GET
@staff_only
def reach(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """The board of one's own area, or of a part of it asked for by `?in=`."""
    notice = get_published(number)
    seen = board(notice.number, area=request.GET.get("in", ""), by=by)
    parent = parent_of(seen.area)
    given = {
        "notice": notice,
        "board": seen,
        "kinds": list(Kind),
        "doors": kind_of(seen.area).rank >= PlaceKind.BUILDING.rank,
        "up": parent if parent and any(parent.startswith(area) for area in by.areas("reach.doors")) else "",
    }
    return render(request, "office/notices/reach.html", given)


@require_http_methods(["GET", "POST"])
@staff_only
def doors(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """The doors of a building that nothing reached yet, to be ticked on the way; all of them by `?all=1`."""
    notice = get_published(number)
    area = request.GET.get("in", "")
    if request.method == "POST":
        return _ticked(request, notice.number, by=by, at=at)
    everyone = "all" in request.GET
    found = doors_left(notice.number, area=area, everyone=everyone, by=by) if area else []
    if not area or kind_of(area).rank < PlaceKind.BUILDING.rank:
        return HttpResponseRedirect(reverse("office:notices:reach", args=[notice.number]))
    words = labels({area, *(door.stair for door in found)})
    given = {
        "notice": notice,
        "area": area,
        "where": words.get(area, ""),
        "stairs": [(words[stair], list(there)) for stair, there in groupby(found, key=lambda door: door.stair)],
        "everyone": everyone,
        "ticks": TICKS.items(),
    }
    return render(request, "office/notices/doors.html", given)


@require_GET
@staff_only
def doors_on_paper(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """The list to take along, by staircase."""
    notice = get_published(number)
    found = doors_left(notice.number, area=request.GET.get("in", ""), by=by)
    paper = door_list(notice.number, found, title=notice.title, language=_language(), at=at)
    return send_file(paper, mime=PDF, name=f"doors-{notice.number}.pdf")


@require_GET
@staff_only
def sheets_on_paper(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """A sheet for each part of the area: one for every building of a community."""
    notice = get_published(number)
    link = f"{settings.BASE_URL}{reverse('portal:notices:one', args=[notice.number])}"
    seen = board(notice.number, area=request.GET.get("in", ""), by=by)
    given = {"title": notice.title, "digest": notice.digest, "link": link, "language": _language()}
    paper = sheets(seen, paragraphs=notice.paragraphs, **given, at=at)
    return send_file(paper, mime=PDF, name=f"sheets-{notice.number}.pdf")


def _ticked(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    try:
        place, kind = UUID(request.POST.get("place", "")), Kind[request.POST.get("kind", "").upper()]
    except (ValueError, KeyError):
        raise not_that_door() from None
    consent = kind == Kind.READ_FOR  # the button says that they wished it
    if tick_door(number, place=place, kind=kind, consent=consent, by=by, at=at):
        messages.success(request, str(NOTED.fill(door=kind.words)))
    else:
        messages.info(request, str(NOTED_BEFORE))
    back = {name: request.GET[name] for name in ("in", "all") if name in request.GET}
    return HttpResponseRedirect(f"{reverse('office:notices:doors', args=[number])}?{urlencode(back)}")


def _language() -> str:
    return "zh" if (get_language() or "zh").startswith("zh") else "en"
