"""The newest digest of one's community, and any other by its address."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from linli.design.shapes import Link
from linli.domains.insight import queries
from linli.domains.insight.queries import DigestSeen
from linli.domains.people.actor import Actor
from linli.domains.places.queries import Ground
from linli.domains.places.spots import Spot
from linli.portal.door import everyone
from linli.portal.frame import frame_of
from linli.portal.neighbourhood import chosen_community


@require_safe
@everyone
def newest(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The newest of the community this browser chose, else of what holds them all."""
    ground = frame_of(request).ground
    chosen = ground.community(chosen_community(request)) or ground.top
    found = {each.path: each.id for each in queries.issues([each.path for each in _spots(ground)])}
    if not found:
        return render(request, "portal/digest/none.html")
    key = found.get(chosen.path if chosen else "") or next(iter(found.values()))
    return redirect("portal:digest:one", digest=key)


@require_safe
@everyone
def one(request: HttpRequest, digest: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """One digest."""
    seen = queries.digest(digest)
    given = {"seen": seen, "told": seen.told, "others": _others(frame_of(request).ground, seen)}
    return render(request, "portal/digest/one.html", given)


def _others(ground: Ground, seen: DigestSeen) -> list[Link]:
    """The newest digests of every place here."""
    spots = _spots(ground)
    found = {each.path: each.id for each in queries.issues([each.path for each in spots])}
    return [
        Link(
            href=reverse("portal:digest:one", args=[found[each.path]]),
            words=each.words,
            current=each.path == seen.told.path,
        )
        for each in spots
        if each.path in found
    ]


def _spots(ground: Ground) -> Sequence[Spot]:
    top = [ground.top] if ground.top and not ground.community(ground.top.path) else []
    return [*top, *ground.communities]
