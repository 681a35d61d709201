"""Finding a place: what the deployment serves, a search by name, and the choices that other pages' forms ask for."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from linli.domains.people.actor import Actor
from linli.domains.people.rights import PEOPLE, POSTS, require_any
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.queries import labels, search, tops
from linli.office.door import staff_only
from linli.office.placing import PlacePick, places_for

PICKED_FOR = {right.code: right for right in (POSTS, PEOPLE)}
MOST = 50


@require_GET
@staff_only
def places(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """What a search found; without one all that is served, at once where that is one place."""
    words = " ".join(request.GET.get("q", "").split())[:60]
    found = search(words=words, limit=MOST) if words else tops()
    if not words and len(found) == 1:
        return redirect("office:places:one", found[0].id)
    said = labels((spot.path for spot in found), from_=PlaceKind.SUBDISTRICT)
    given = {"q": words, "found": [(spot, said[spot.path]) for spot in found], "most": len(found) == MOST}
    return render(request, "office/places/list.html", given)


@require_GET
@staff_only
def pick(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The places found for a form, as words are typed."""
    right = PICKED_FOR.get(request.GET.get("right", ""), POSTS)
    require_any(by, right)
    form = PlacePick(found=places_for(request.GET.get("where", ""), by=by, right=right))
    return render(request, "office/places_found.html", {"form": form})
