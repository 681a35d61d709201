"""The list of notices: the newest first, for one's community, by type."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from linli.design.shapes import Link
from linli.domains.notices.queries import list_published, overdue, reply_rate
from linli.domains.notices.vocabulary import NoticeType
from linli.domains.people.actor import Actor
from linli.kernel.words import say
from linli.portal.door import everyone
from linli.portal.frame import frame_of
from linli.portal.neighbourhood import chosen_community
from linli.portal.notices.shown import kind_badge, state_badge

ALL = say("All", "全部")


@require_safe
@everyone
def notices(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """What is out for the chosen community, or everywhere."""
    community = frame_of(request).ground.community(chosen_community(request))
    wanted = request.GET.get("type", "")
    wanted = wanted if wanted in NoticeType.codes() else ""
    page = list_published(area=community.path if community else "", kind=wanted, after=request.GET.get("after", ""))
    given = {
        "community": community,
        "within": f"?{urlencode({'in': community.path})}" if community else "",
        "rows": [(row, kind_badge(row), state_badge(row)) for row in page.rows],
        "chips": _chips(wanted),
        "overdue": len(overdue(area=community.path if community else "", now=at)),
        "rate": reply_rate(area=community.path if community else "", now=at),
        "older": _address(type=wanted, after=page.older) if page.older else "",
    }
    return render(request, "portal/notices/list.html", given)


def _chips(wanted: str) -> list[Link]:
    links = [Link(href="?", words=ALL, current=not wanted)]
    return links + [
        Link(href=_address(type=each.value), words=each.words, current=wanted == each.value) for each in NoticeType
    ]


def _address(**given: str) -> str:
    return f"?{urlencode({name: value for name, value in given.items() if value})}"
