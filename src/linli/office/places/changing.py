"""Adding places below one, and renaming one."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from linli.domains.people.actor import Actor
from linli.domains.people.rights import PLACES, require
from linli.domains.places import actions
from linli.domains.places.actions import NewPlace
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.queries.tree import PlaceSeen, place_seen
from linli.domains.places.spots import Spot
from linli.kernel.words import say
from linli.office.doing import tried
from linli.office.door import staff_only
from linli.office.places.forms import AddForm
from linli.office.units.forms import NameForm

ADDED = say("Added: {count}.", "已添加 {count} 个地点。")
RENAMED = say("The place has its new name.", "地点已改名。")


@require_http_methods(["GET", "POST"])
@staff_only
def add(request: HttpRequest, place: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """The form; all lines are added or none."""
    found = _to_change(place, by)
    form = AddForm(request.POST if request.method == "POST" else None, under=found.spot.kind)
    if request.method == "POST":
        done = tried(form, lambda given: _add(form, place, by=by, at=at))
        if done.value:
            messages.success(request, str(ADDED.fill(count=len(done.value))))
            return redirect("office:places:one", place)
        return _ask(request, "add", found, form, status=done.status)
    return _ask(request, "add", found, form)


@require_http_methods(["GET", "POST"])
@staff_only
def rename(request: HttpRequest, place: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """The form with its present name."""
    found = _to_change(place, by)
    if request.method == "GET":
        return _ask(request, "name", found, NameForm(initial={"name": found.name, "name_en": found.name_en}))
    form = NameForm(request.POST)
    done = tried(form, lambda given: actions.rename(place=place, **given, by=by, at=at))
    if not done.done:
        return _ask(request, "name", found, form, status=done.status)
    messages.success(request, str(RENAMED))
    return redirect("office:places:one", place)


def _to_change(place: UUID, by: Actor) -> PlaceSeen:
    found = place_seen(place)
    require(by, PLACES, at_place=found.spot.path)
    return found


def _add(form: AddForm, parent: UUID, *, by: Actor, at: datetime) -> list[Spot]:
    kind = PlaceKind(form.cleaned_data["kind"])
    news = [NewPlace(kind, name, parent, name_en=english) for name, english in form.named()]
    return actions.add_many(news=news, by=by, at=at)


def _ask(
    request: HttpRequest, page: str, found: PlaceSeen, form: AddForm | NameForm, *, status: int = 200
) -> HttpResponse:
    return render(request, f"office/places/{page}.html", {"place": found, "form": form}, status=status)
