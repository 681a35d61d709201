"""After sending: the number, the tracking code, and how to keep them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from linli.design.shapes import Fact
from linli.domains.matters.queries import get_own, nearest_clocks
from linli.domains.people.actor import Actor
from linli.domains.places.queries import label
from linli.domains.requests.lifecycle.flag import FLAG
from linli.kernel.words import say
from linli.portal.addresses import own_address
from linli.portal.door import everyone
from linli.portal.phones import HOTLINE
from linli.portal.promises import promise
from linli.portal.sealed import seal, unseal

NAME = "reported"
FOLLOW = say("Follow it with this code, here or by telephone.", "凭查询码可以在网上或打电话查询。")
JUDGE = say("You judge the result, not the office.", "办得好不好，由你评价。")


def remember(
    request: HttpRequest, response: HttpResponse, *, number: str, code: str, receipts: Sequence[str] = ()
) -> None:
    """Keeps number, code and the record's promise for the next page, sealed as the draft was: never here in clear."""
    seal(request, response, NAME, {"number": number, "code": code, "receipt": "".join(receipts[:1])})


def was_sent(request: HttpRequest) -> bool:
    """Whether this browser has sent a report and been told its number."""
    return bool(unseal(request, NAME))


@everyone
def done(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """What was filed last from this browser."""
    kept = unseal(request, NAME)
    if not kept:
        return HttpResponseRedirect(reverse("portal:report:what"))
    matter = get_own(kept["number"], by=by)
    clock = nearest_clocks([matter], now=at).get(matter.pk)
    given = {
        **kept,
        "matter": matter,
        "address": _address(kept["number"]),
        "clock": promise(clock) if clock else None,
    }
    return render(request, "portal/report/done.html", given)


@everyone
def sheet(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The same on a sheet of A4."""
    kept = unseal(request, NAME)
    if not kept:
        return HttpResponseRedirect(reverse("portal:report:what"))
    matter = get_own(kept["number"], by=by)
    given = {
        "heading": say("Your report {number}", "你报的事 {number}", number=matter.number),
        "place": label(matter.path),
        "lines": [FOLLOW] if matter.kind == FLAG.kind else [FOLLOW, JUDGE],
        "facts": [
            Fact(name=say("Number", "编号"), value=matter.number),
            Fact(name=say("Where to look", "查询网址"), value=_address(matter.number)),
        ],
        "address": _address(matter.number),
        "code": kept["code"],
        "receipt": kept.get("receipt", ""),
        "phone": HOTLINE.number,
        "dated": matter.opened_at,
    }
    return render(request, "design/sheet.html", given)


@everyone
def receipt(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The record's signed promise, as a file to keep."""
    kept = unseal(request, NAME)
    if not kept.get("receipt"):
        return HttpResponseRedirect(reverse("portal:report:what"))
    answer = HttpResponse(kept["receipt"], content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{kept["number"]}-receipt.txt"'
    return answer


def _address(number: str) -> str:
    """The page that asks for the code: the code itself is never in an address."""
    return f"{settings.BASE_URL}{own_address(number)}"
