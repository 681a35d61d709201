"""Messages to me."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from linli.domains.delivery.actions import mark_all_read
from linli.domains.delivery.queries import PAGE, inbox
from linli.domains.people.actor import Actor
from linli.portal.door import residents
from linli.portal.letters import letters
from linli.portal.recipients import recipients


@require_safe
@residents
def messages(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The newest messages; older ones a page on."""
    items = inbox(recipients(by), before=_before(request))
    last = items[-1] if len(items) == PAGE else None
    older = f"?{urlencode({'at': last.at.isoformat(), 'id': str(last.id)})}" if last else ""
    return render(request, "portal/mine/inbox.html", {"letters": letters(items, by=by), "older": older})


@require_POST
@residents
def read(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Everything is read."""
    mark_all_read(recipients(by), at=at)
    return HttpResponseRedirect(reverse("portal:mine:inbox"))


def _before(request: HttpRequest) -> tuple[datetime, UUID] | None:
    """Where the page above ended; an address we did not write begins at the top."""
    try:
        at, identifier = parse_datetime(request.GET.get("at", "")), UUID(request.GET.get("id", ""))
    except ValueError:
        return None
    return (at, identifier) if at and at.tzinfo else None
