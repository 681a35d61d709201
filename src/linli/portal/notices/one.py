"""One notice: its words, what became of it, its proof, and the file that the proof is about."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from linli.domains.notices.queries import answered_on, get_published, published_document, reply_rate
from linli.domains.people.actor import Actor
from linli.portal.door import everyone
from linli.portal.notices.shown import kind_badge, state_badge


@require_safe
@everyone
def one(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """The page, whatever became of the notice."""
    notice = get_published(number)
    given = {
        "notice": notice,
        "kind": kind_badge(notice),
        "state": state_badge(notice),
        "rate": reply_rate(number=notice.number, now=at),
        "answered": answered_on(notice.number),
        "address": f"{settings.BASE_URL}{reverse('portal:notices:one', args=[notice.number])}",
    }
    return render(request, "portal/notices/one.html", given)


@require_safe
@everyone
def words(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """The words as they were published, byte for byte: their SHA-256 is on the record."""
    answer = HttpResponse(published_document(number), content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{number}.json"'
    return answer
