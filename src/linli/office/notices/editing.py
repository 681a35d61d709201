"""The editor: a new notice, another version of a draft, a correction; and how many homes the audience means."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from linli.domains.matters.engine import perform
from linli.domains.matters.queries import Matter, get_by_number
from linli.domains.notices.actions import begin, correct
from linli.domains.notices.lifecycle.drafting import Draft, Revise
from linli.domains.notices.queries import count_meant, get_published, places_of_published, see_draft
from linli.domains.notices.rights import WRITE
from linli.domains.notices.templates import TEMPLATES
from linli.domains.people.actor import Actor
from linli.domains.people.rights import require, require_anywhere
from linli.kernel.lifecycle.forms import TransitionForm
from linli.kernel.refusal import Refusal
from linli.kernel.words import Words, say
from linli.office.door import staff_only
from linli.office.notices.forms import begun_with, editor, held_by

SAVED = say("Saved. What the check marked is shown below.", "已保存，系统标记的内容见下方。")
NEW, REVISED = say("New notice", "起草公告"), say("Revise the draft", "修改草稿")
CORRECTION = say("Correct {number}", "更正 {number}")


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@staff_only
def new(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """A notice begun from nothing, from a template, or for a disclosure that is owed."""
    require_anywhere(by, WRITE)
    initial = begun_with(request.GET)
    return _edited(request, Draft, lambda given: begin(given, by=by, at=at), by=by, initial=initial, title=NEW)


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@staff_only
def edit(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """Another version of a draft; one that somebody else revised meanwhile is not overwritten."""
    seen = see_draft(number, by=by, at=at)
    version = int(v) if (v := request.POST.get("version", "")).isdecimal() else 0

    def revise(given: Revise) -> Matter:
        return perform(seen.matter.pk, given, by=by, at=at, version=version)

    return _edited(
        request, Revise, revise, by=by, initial=held_by(seen), title=REVISED, version=seen.matter.version, number=number
    )


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@staff_only
def correct_it(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """A correction, begun from the words that are out."""
    require(by, WRITE, at_place=get_by_number(number, by=by).path)
    out = get_published(number)
    initial = {
        **{name: getattr(out, name) for name in ("title", "body", "claim", "verifier", "evidence", "period")},
        "type": out.type.value,
        "until": out.until,
        "places": [str(place) for place in places_of_published(number)],
    }

    def begun(given: Draft) -> Matter:
        return correct(out.number, given, by=by, at=at)

    return _edited(
        request, Draft, begun, by=by, initial=initial, title=CORRECTION.fill(number=out.number), number=number
    )


@require_GET
@staff_only
def homes(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """How many homes the places ticked so far mean, for htmx to show beside them."""
    require_anywhere(by, WRITE)
    wanted = [UUID(each) for each in request.GET.getlist("places") if _is_id(each)]
    return render(request, "office/notices/homes.html", {"homes": count_meant(wanted)})


def _edited(
    request: HttpRequest,
    transition: type[Any],
    save: Callable[[Any], Matter],
    *,
    by: Actor,
    initial: dict[str, Any],
    title: Words,
    version: int = 0,
    number: str = "",
) -> HttpResponse:
    """The form; what is sent is saved, or comes back with what to mend."""
    form = editor(transition, by=by)(request.POST or None, initial=initial, auto_id="notice_%s")
    status = 200
    if request.method == "POST":
        saved, status = _saved(form, save)
        if saved:
            messages.success(request, str(SAVED))
            return HttpResponseRedirect(reverse("office:notices:one", args=[saved.number]))
    templates = TEMPLATES if transition is Draft and not number else ()
    given = {"form": form, "title": title, "version": version, "number": number, "templates": templates}
    return render(request, "office/notices/edit.html", given, status=status)


def _saved(form: TransitionForm, save: Callable[[Any], Matter]) -> tuple[Matter | None, int]:
    if not form.is_valid():
        return None, 422
    try:
        return save(form.details()), 200
    except Refusal as refusal:
        if not form.errors:
            form.add_error(None, str(refusal.sentence))
        return None, refusal.status


def _is_id(given: str) -> bool:
    try:
        UUID(given)
    except ValueError:
        return False
    return True
