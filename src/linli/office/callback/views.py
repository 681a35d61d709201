"""The queue of call-backs, and the page one reads from while ringing."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from linli.domains.matters.queries import get_by_number
from linli.domains.people.actor import Actor
from linli.domains.requests.actions import Contact, open_contact
from linli.domains.requests.lifecycle.request import CallBack
from linli.domains.requests.queries import calls
from linli.kernel.vault import Purpose
from linli.office.attempt import attempt
from linli.office.callback.script import Script, script
from linli.office.door import staff_only
from linli.office.lines import lines


@require_GET
@staff_only
def queue(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Whom to ring, due first."""
    waiting = calls(by=by)
    rows = lines([each.matter for each in waiting], by=by, now=at)
    return render(request, "office/callback/queue.html", {"rows": list(zip(waiting, rows, strict=True))})


def call(request: HttpRequest, number: str) -> HttpResponse:
    """The script of one call; recording it goes on to the next."""
    return record(request, number) if request.method == "POST" else read(request, number)


@require_GET
@staff_only
def read(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """The script, its three questions still open."""
    return _show(request, script(number, by=by, now=at))


@require_POST
@staff_only
def reveal(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """The script with name and number; the opening is logged for the resident to read."""
    found = script(number, by=by, now=at)
    return _show(request, found, contact=open_contact(found.matter.pk, by=by, purpose=Purpose.CALL_BACK, at=at))


@require_POST
@staff_only
def record(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """Records what was said, and goes on to the next; what is refused comes back as it was typed."""
    tried = attempt(request, get_by_number(number, by=by), CallBack, by=by, at=at)
    if tried.refusal:
        return _show(request, script(number, by=by, now=at, form=tried.form), status=tried.refusal.status)
    messages.success(request, str(tried.told))
    following = calls(by=by, size=1)
    to = reverse("office:call", args=[following[0].matter.number]) if following else reverse("office:calls")
    return HttpResponseRedirect(to)


def _show(request: HttpRequest, found: Script, *, contact: Contact | None = None, status: int = 200) -> HttpResponse:
    return render(request, "office/callback/call.html", {"script": found, "contact": contact}, status=status)
