"""The slip for whoever handed it in: number, tracking code, and a code that leads to the page that asks for it."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from linli.design.shapes import Fact
from linli.domains.people.actor import Actor
from linli.kernel.words import say
from linli.office.door import staff_only
from linli.office.filing.receipt import handed

HOTLINE = "12345"


@require_GET
@staff_only
def slip(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """What was filed here just now, on a sheet to hand over; the tracking code is in no address."""
    told = handed(request, by=by)
    if told is None:
        return HttpResponseRedirect(reverse("office:file"))
    address = f"{settings.BASE_URL}{reverse('portal:track:page', args=[told['number']])}"
    given = {
        "heading": say("We have your report", "你报的事我们收到了"),
        "place": "",
        "lines": [
            say("Follow it with this code, online or by telephone.", "凭查询码可以在网上或打电话查询办到哪一步。"),
            say("Keep the code to yourself: it opens your report.", "查询码请自己收好，凭它能看到你报的内容。"),
            say("You judge the result, not the office.", "办得好不好，由你评价。"),
        ],
        "facts": [
            Fact(name=say("Number", "编号"), value=told["number"]),
            Fact(name=say("Tracking code", "查询码"), value=told["code"]),
            Fact(name=say("Where to look", "查询网址"), value=address),
        ],
        "address": address,
        "phone": HOTLINE,
        "dated": at,
    }
    return render(request, "design/sheet.html", given)
