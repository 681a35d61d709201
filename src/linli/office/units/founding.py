"""Founding a unit, and giving it another name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from linli.domains.people.actions import create_organisation, rename_organisation
from linli.domains.people.actor import Actor
from linli.domains.people.queries import Unit
from linli.domains.people.queries.bodies import body
from linli.domains.people.rights import PEOPLE, require_anywhere
from linli.domains.people.vocabulary import OrganisationKind
from linli.kernel.words import say
from linli.office.doing import tried
from linli.office.door import staff_only
from linli.office.placing import places_for
from linli.office.units.forms import UnitForm, UnitNameForm

FOUNDED = say("The unit stands. People can be appointed to it now.", "单位已建立，可以任命人员了。")
RENAMED = say("Saved.", "已保存。")


@require_http_methods(["GET", "POST"])
@staff_only
def new(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The form; what is sent is done, or places are looked up."""
    require_anywhere(by, PEOPLE)
    sent = request.POST if request.method == "POST" else None
    typed = request.POST if sent else request.GET
    found = places_for(typed.get("where", ""), by=by, right=PEOPLE)
    if sent is None or "find" in sent:
        return _ask(request, UnitForm(initial=typed.dict(), found=found))
    form = UnitForm(sent, found=found)
    done = tried(form, lambda given: _founded(given, by=by, at=at))
    if not done.done:
        return _ask(request, form, status=done.status)
    messages.success(request, str(FOUNDED))
    return redirect("office:units:one", done.value)


@require_http_methods(["GET", "POST"])
@staff_only
def rename(request: HttpRequest, unit: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """The form with its present name."""
    require_anywhere(by, PEOPLE)
    found = body(unit, by=by)
    if request.method == "GET":
        english = found.words.en if found.words.en != found.words.zh else ""
        return _name(
            request, found, UnitNameForm(initial={"name": found.words.zh, "name_en": english, "phone": found.phone})
        )
    form = UnitNameForm(request.POST)
    done = tried(form, lambda given: rename_organisation(organisation=unit, **given, by=by, at=at))
    if not done.done:
        return _name(request, found, form, status=done.status)
    messages.success(request, str(RENAMED))
    return redirect("office:units:one", unit)


def _founded(given: Mapping[str, Any], *, by: Actor, at: datetime) -> UUID:
    return create_organisation(
        kind=OrganisationKind(given["kind"]),
        name=given["name"],
        name_en=given["name_en"],
        credit_code=given["credit_code"],
        phone=given["phone"],
        place=UUID(given["place"]),
        by=by,
        at=at,
    )


def _ask(request: HttpRequest, form: UnitForm, *, status: int = 200) -> HttpResponse:
    return render(request, "office/units/new.html", {"form": form}, status=status)


def _name(request: HttpRequest, unit: Unit, form: UnitNameForm, *, status: int = 200) -> HttpResponse:
    return render(request, "office/units/name.html", {"form": form, "unit": unit}, status=status)
