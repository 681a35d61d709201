"""Redrawing a place: the pasted outline is shown beside the present one before it counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from linli.domains.people.actor import Actor
from linli.domains.people.rights import PLACES, require
from linli.domains.places.actions import redraw
from linli.domains.places.queries.sketching import Sketch, sketch
from linli.domains.places.queries.tree import PlaceSeen, place_seen
from linli.domains.places.spots import Spot
from linli.kernel.geo.datums import Datum
from linli.kernel.geo.pasting import read_pasted
from linli.kernel.words import say
from linli.office.doing import tried
from linli.office.door import staff_only
from linli.office.places.drawing import draw_sketch
from linli.office.places.forms import OutlineForm

REDRAWN = say("The outline is saved.", "边界已保存。")


@require_http_methods(["GET", "POST"])
@staff_only
def outline(request: HttpRequest, place: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """The form; what is sent is first drawn, then, with `go`, saved."""
    found = place_seen(place)
    require(by, PLACES, at_place=found.spot.path)
    if request.method == "GET":
        return _show(request, found, OutlineForm(initial={"datum": found.spot.datum.value}))
    form = OutlineForm(request.POST, request.FILES)
    if "go" not in request.POST:
        drawn = tried(form, lambda given: _sketch(place, form))
        return _show(request, found, form, drawn.value, status=drawn.status)
    done = tried(form, lambda given: _redraw(place, form, by=by, at=at))
    if not done.done:
        return _show(request, found, form, status=done.status)
    messages.success(request, str(REDRAWN))
    return redirect("office:places:one", place)


def _sketch(place: UUID, form: OutlineForm) -> tuple[Sketch, str]:
    text = form.text()
    return sketch(place, geometry=read_pasted(text), datum=Datum(form.cleaned_data["datum"])), text


def _redraw(place: UUID, form: OutlineForm, *, by: Actor, at: datetime) -> Spot:
    given: Mapping[str, Any] = form.cleaned_data
    return redraw(place=place, geometry=read_pasted(form.text()), datum=Datum(given["datum"]), by=by, at=at)


def _show(
    request: HttpRequest,
    found: PlaceSeen,
    form: OutlineForm,
    drawn: tuple[Sketch, str] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    given: dict[str, Any] = {"place": found, "form": form}
    if drawn:
        seen, text = drawn
        given |= {
            "sketch": seen,
            "text": text,
            "drawing": draw_sketch(seen),
            "hectares": round(seen.square_metres / 10_000, 2),
            "old_hectares": round(seen.old_square_metres / 10_000, 2) if seen.old_square_metres else None,
        }
    return render(request, "office/places/outline.html", given, status=status)
