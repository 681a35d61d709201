"""The list of notices for whoever writes or reviews them: what is being written, reviewed, waiting, out."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from linli.design.shapes import Link
from linli.domains.matters.queries import Filters, list_matters
from linli.domains.notices.lifecycle import NOTICE
from linli.domains.notices.rights import READ
from linli.domains.notices.states import APPROVED, DRAFT, IN_REVIEW, OUT
from linli.domains.people.actor import Actor
from linli.domains.people.rights import require_anywhere
from linli.kernel.words import Words, say
from linli.office.door import staff_only
from linli.office.lines import lines

GROUPS: dict[str, tuple[Words, tuple[str, ...]]] = {
    "draft": (say("Being written", "起草中"), (DRAFT.code,)),
    "in_review": (say("To review", "待审核"), (IN_REVIEW.code,)),
    "approved": (say("Waiting for their time", "待发布"), (APPROVED.code,)),
    "out": (say("Published", "已发布"), tuple(state.code for state in OUT)),
}


@require_GET
@staff_only
def notices(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """One page of the list, newest first."""
    require_anywhere(by, READ)
    wanted = request.GET.get("in", "")
    states = GROUPS[wanted][1] if wanted in GROUPS else ()
    page = list_matters(Filters(kind=NOTICE.kind, states=states), by=by, after=request.GET.get("after", ""))
    given = {
        "chips": _chips(wanted),
        "rows": lines(page.rows, by=by, now=at),
        "older": f"?in={wanted}&after={page.older}" if page.older else "",
        "wanted": wanted,
    }
    return render(request, "office/notices/list.html", given)


def _chips(wanted: str) -> list[Link]:
    everything = Link(href="?", words=say("All", "全部"), current=wanted not in GROUPS)
    groups = ((code, words) for code, (words, _) in GROUPS.items())
    return [everything, *(Link(href=f"?in={code}", words=words, current=wanted == code) for code, words in groups)]
