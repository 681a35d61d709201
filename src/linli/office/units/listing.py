"""The list of units, by kind."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from linli.design.shapes import Link
from linli.domains.people.actor import Actor
from linli.domains.people.queries.bodies import MOST, bodies
from linli.domains.people.vocabulary import OrganisationKind
from linli.domains.places.queries import labels
from linli.kernel.words import say
from linli.office.door import staff_only


@require_GET
@staff_only
def units(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Units of one kind or of all, narrowed by words; closed ones apart."""
    words, kind = " ".join(request.GET.get("q", "").split())[:60], request.GET.get("kind", "")
    closed = request.GET.get("closed") == "1"
    chosen = OrganisationKind(kind) if kind in OrganisationKind.codes() else None
    found = bodies(by=by, at=at, words=words, kind=chosen, closed=closed)
    kept = {"q": words} if words else {}
    given = {
        "q": words,
        "kinds": list(OrganisationKind),
        "kind": chosen,
        "groups": [(each, list(group)) for each, group in groupby(found, key=lambda body: body.unit.kind)],
        "places": labels(body.unit.area for body in found),
        "most": MOST if len(found) == MOST else 0,
        "narrowed": bool(words or chosen or closed),
        "closed": closed,
        "chips": [
            Link(href=f"?{urlencode(kept)}", words=say("In use", "在用"), current=not closed),
            Link(href=f"?{urlencode(kept | {'closed': '1'})}", words=say("Closed", "已撤销"), current=closed),
        ],
    }
    return render(request, "office/units/list.html", given)
