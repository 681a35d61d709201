"""The style page: every component in both languages and both doors, for whoever builds or reviews a page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from linli.design import samples
from linli.kernel.words import say

COLOURS = (
    "paper", "surface", "sunk", "line", "line-strong", "ink", "ink-2", "ink-3",
    "jade", "jade-deep", "jade-fill", "jade-soft", "cinnabar", "cinnabar-soft", "ochre", "ochre-soft",
)  # fmt: skip


def gallery(request: HttpRequest) -> HttpResponse:
    """Everything, through the door named by `?door=`."""
    now = timezone.now()
    wrong = samples.Report({"kind": "water"})
    wrong.is_valid()
    office = request.GET.get("door") == "office"
    return render(
        request,
        "design/gallery_office.html" if office else "design/gallery_portal.html",
        {
            "colours": COLOURS, "clocks": samples.clocks(now), "badges": samples.badges(), "rows": samples.rows(now),
            "steps": samples.steps(now), "entries": samples.entries(now), "facts": samples.facts(now), "now": now,
            "links": samples.links(), "form": samples.Report(auto_id="id_new_%s"), "wrong": wrong,
            "interval": (88.1, 95.6), "weeks": samples.weeks(now), "tracking": "https://linli.example/track/7K3F9Q2M",
        },
    )  # fmt: skip


def sheet(request: HttpRequest) -> HttpResponse:
    """A sheet of A4 with its QR code."""
    return render(
        request,
        "design/sheet.html",
        {
            "heading": say("Your request has been filed", "你的诉求已经立案"),
            "place": say("Spring Lane community", "春晓里社区居民委员会"),
            "lines": [
                say(
                    "We answer you by Tuesday 10:00. If we are late, you are told why.",
                    "我们会在周二 10:00 前答复你；如果晚了，会告诉你为什么。",
                ),
                say("You judge the result, not the office.", "办得好不好，由你评价。"),
            ],
            "facts": samples.facts(timezone.now())[:2],
            "address": "https://linli.example/track/7K3F9Q2M",
            "code": "7K3F-9Q2M",
            "phone": "010-0000 0000",
            "dated": timezone.now(),
        },
    )
