"""The page of one's own matter."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from linli.domains.delivery.actions import mark_read
from linli.domains.matters.attachments import Compared, comparable
from linli.domains.matters.hiding import hidden_of
from linli.domains.matters.kinds import kind_of
from linli.domains.matters.queries import Matter, acts_for, clocks_of, get_own, hindrances, timeline, told_to_part
from linli.domains.people.actor import Actor
from linli.domains.places.queries import label
from linli.kernel.refusal import NotFound
from linli.portal.addresses import own_address
from linli.portal.disputes.beside import agreement_in, beside, is_party
from linli.portal.door import everyone
from linli.portal.lines import badge_of, state_of
from linli.portal.promises import kept, promise
from linli.portal.recipients import recipients
from linli.portal.track.code import asked
from linli.portal.track.moments import last_spoken
from linli.portal.track.owner import owner_of
from linli.portal.track.steps import teller


@require_safe
@everyone
def page(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """For whose it is: everything. For everyone else the question for the code, whether it exists or not."""
    try:
        matter = get_own(number, by=by)
    except NotFound:
        return asked(request, number=number, status=404)
    if by.account:
        mark_read(recipients(by), matter=matter.pk, at=at)
    return shown(request, matter, by=by, at=at)


@require_safe
@everyone
def share(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """A QR code that leads here; whoever scans it still needs the code or to sign in."""
    matter = get_own(number, by=by)
    address = f"{settings.BASE_URL}{own_address(matter.number)}"
    return render(request, "portal/track/share.html", {"matter": matter, "address": address})


def shown(
    request: HttpRequest,
    matter: Matter,
    *,
    by: Actor,
    at: datetime,
    opened: dict[UUID, str] | None = None,
    compared: Compared | None = None,
) -> HttpResponse:
    """The page; `opened` are original words that were asked for, by their text, `compared` photos of the work."""
    given = _given(matter, by=by, at=at, opened=opened or {})
    return render(request, "portal/track/page.html", {**given, "compared": compared})


def _given(matter: Matter, *, by: Actor, at: datetime, opened: dict[UUID, str]) -> dict[str, Any]:
    clocks = clocks_of(matter, now=at)
    state = state_of(matter)
    acts = acts_for(matter, by=by, now=at)
    party = beside(matter) if is_party(matter) else {}
    moments = told_to_part(matter) if party else timeline(matter, staff=False)
    tells = teller(matter, moments, opened=opened)
    first = next((act for act in acts if act.verb in FIRST), None)
    spoken = (agreement_in if party else last_spoken)(moments) if first else None
    return {
        "matter": matter,
        "state": state,
        "badge": badge_of(state),
        "place": label(matter.path),
        "category": kind_of(matter.kind).category_words(matter.category),
        "owner": owner_of(matter),
        "running": [promise(view) for view in clocks if view.stopped_at is None],
        "kept": [kept(view) for view in reversed(clocks) if view.stopped_at is not None],
        "line": tells.line(moments),
        "may_compare": comparable(tells.files),
        "spoken": tells.said(spoken) if spoken else [],
        "party": party,
        "acts": acts,
        "first": first,
        "hindrances": hindrances(matter, by=by, now=at),
        "hidden": hidden_of(matter) if matter.published_at else None,
        "by_code": by.tracks == matter.pk and by.stands_for != matter.opener_id,
    }


FIRST = ("give_information", "judge", "agree", "sign")
"""The acts that stand at the top of the page: what the community waits for."""
