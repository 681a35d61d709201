"""*Today*: for residents what is asked, what changed and what is under way; for visitors what they can do here."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from linli.domains.delivery.queries import inbox
from linli.domains.matters.queries import Filters, list_matters, list_shared
from linli.domains.notices.queries import newest_for, own_replies
from linli.domains.people.actor import Actor
from linli.domains.requests.disputes.queries import own_disputes
from linli.portal.door import everyone
from linli.portal.frame import frame_of
from linli.portal.letters import letters
from linli.portal.lines import lines
from linli.portal.neighbourhood import chosen_community
from linli.portal.neighbours.shown import shown
from linli.portal.notices.shown import kind_badge, state_badge
from linli.portal.phones import phones_for
from linli.portal.recipients import recipients

OWN, NEWS, NEARBY, TOLD = 20, 4, 3, 3


@everyone
def today(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The page, for whoever comes."""
    ground = frame_of(request).ground
    community = ground.community(chosen_community(request))
    nearby = list_shared(Filters(area=community.path if community else ""), size=NEARBY).rows
    given = {
        "now": at,
        "phones": phones_for(community or ground.top),
        "community": community,
        "nearby": shown(nearby, by=by),
        "told": [
            (each, kind_badge(each), state_badge(each))
            for each in newest_for(community.path if community else "", size=TOLD)
        ],
        **(_own(by, at) if by.stands_for or by.tracks else {}),
    }
    return render(request, "portal/today/page.html", given)


def _own(by: Actor, at: datetime) -> dict[str, Any]:
    mine = lines(
        [*own_disputes(by=by), *own_replies(by=by), *list_matters(Filters(), by=by, size=OWN).rows], by=by, now=at
    )
    return {
        "asked": [line for line in mine if line.asked],
        "under_way": [line for line in mine if not line.asked and not line.ended],
        "own": len(mine),
        "news": letters(inbox(recipients(by))[:NEWS], by=by) if by.account else [],
    }
