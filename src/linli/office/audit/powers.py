"""How powers changed hands: posts given and ended, roles changed."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from linli.design.shapes import Link
from linli.domains.people.actor import Actor
from linli.domains.people.queries.changes import Key, Span, Turn, power_changes
from linli.domains.places.queries import labels
from linli.kernel.words import say
from linli.office.audit.asked import Asked, chosen, frame
from linli.office.door import staff_only
from linli.office.paging import identifier, moment, older, read_key


@require_GET
@staff_only
def powers(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The newest changes first, of one kind where asked."""
    asked = Asked.read(request)
    turn = asked.given.get("turn", "")
    span = Span(
        turn=Turn(turn) if turn in Turn.codes() else None, account=asked.account, since=asked.since, until=asked.until
    )
    lines, more = power_changes(span, by=by, at=at, before=_key(request))
    around = frame(asked, here=request.path, by=by)
    given = {
        **around,
        "lines": lines,
        "names": chosen(around["accounts"]),
        "places": labels(line.post.area for line in lines if line.post),
        "chips": [
            Link(href=asked.address(turn=""), words=say("All", "全部"), current=span.turn is None),
            *(Link(href=asked.address(turn=each.value), words=each.words, current=each is span.turn) for each in Turn),
        ],
        "older": older(asked.given, *lines[-1].key, more=more) if lines else "",
    }
    return render(request, "office/audit/powers.html", given)


def _key(request: HttpRequest) -> Key | None:
    key = read_key(request.GET, parts=3)
    return (moment(key[0]), key[1], identifier(key[2])) if key else None
