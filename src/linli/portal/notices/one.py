"""One notice: its words, what became of it, its proof, and the file that the proof is about."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from linli.domains.delivery.reach.queries import own_door
from linli.domains.notices.queries import answered_on, get_published, published_document, reply_rate
from linli.domains.people.actor import Actor
from linli.portal.door import everyone
from linli.portal.notices.shown import kind_badge, state_badge

SVG = "http://www.w3.org/2000/svg"


@require_safe
@everyone
def one(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """The page, whatever became of the notice."""
    notice = get_published(number)
    rate = reply_rate(number=notice.number, now=at)
    given = {
        "notice": notice,
        "kind": kind_badge(notice),
        "state": state_badge(notice),
        "rate": rate,
        "review_late": notice.review_due_at is not None and notice.review_due_at < at,
        "answered": answered_on(notice.number) if rate.answered else [],
        "own": own_door(notice.number, by=by),
    }
    return render(request, "portal/notices/one.html", given)


@require_safe
@everyone
def words(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """The words as they were published, byte for byte: their SHA-256 is on the record."""
    answer = HttpResponse(published_document(number), content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{number}.json"'
    return answer


@require_safe
@cache_control(public=True, max_age=604800)
def code(request: HttpRequest, number: str) -> HttpResponse:
    """The code to scan that leads to the notice, as a picture: drawn when it is asked for, not with every page."""
    import segno  # noqa: PLC0415 - loaded with the first code that is drawn

    notice = get_published(number)
    address = f"{settings.BASE_URL}{reverse('portal:notices:one', args=[notice.number])}"
    inline = segno.make(address, error="m", micro=False).svg_inline(border=2, omitsize=True)
    drawn = inline.replace("<svg", f'<svg xmlns="{SVG}"', 1)
    return HttpResponse(drawn, content_type="image/svg+xml")
