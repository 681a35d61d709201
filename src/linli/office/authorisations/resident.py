"""One resident whom the desk has looked up: who may act for them, recording another, withdrawing one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from linli.domains.matters.attachments import read_upload
from linli.domains.people.actions import withdraw_authorisation
from linli.domains.people.actions.desk import open_name, open_paper, record_authorisation
from linli.domains.people.actor import Actor
from linli.domains.people.queries import find_person_by_phone, names_of
from linli.domains.people.queries.desk import given_by
from linli.domains.people.refusals import invalid
from linli.domains.people.signin.actions import destination
from linli.domains.people.vocabulary import ActingBasis
from linli.kernel.words import say
from linli.office.authorisations.forms import AuthoriseForm, scopes
from linli.office.authorisations.found import person_in
from linli.office.doing import ends, tried
from linli.office.door import staff_only

RECORDED = say("Recorded. The resident can read and withdraw it under “Mine”.", "已登记。居民可在“我的”里查看和撤回。")
WITHDRAWN = say("Withdrawn, from now on.", "已撤回，立即生效。")
PICTURE = "image/jpeg"


@require_http_methods(["GET", "POST"])
@staff_only
def resident(request: HttpRequest, found: str, *, by: Actor, at: datetime) -> HttpResponse:
    """The page; what is sent is recorded."""
    person = person_in(found, by=by)
    if request.method == "GET":
        return _show(request, person, AuthoriseForm(), by=by, at=at)
    form = AuthoriseForm(request.POST, request.FILES)
    done = tried(form, lambda given: _record(given, person, by=by, at=at))
    if not done.done:
        return _show(request, person, form, by=by, at=at, status=done.status)
    messages.success(request, str(RECORDED))
    return redirect("office:authorisations:resident", found)


@require_POST
@staff_only
def name(request: HttpRequest, found: str, *, by: Actor, at: datetime) -> HttpResponse:
    """The same page with the name, once its opening has been logged."""
    person = person_in(found, by=by)
    return _show(request, person, AuthoriseForm(), by=by, at=at, name=open_name(person, by=by, at=at))


@require_POST
@staff_only
def withdraw(request: HttpRequest, authorisation: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """Ends one at once."""
    withdraw_authorisation(authorisation=authorisation, by=by, at=at, looked_up=_looked_up(request, by=by))
    messages.success(request, str(WITHDRAWN))
    return redirect(destination(request, home=reverse("office:authorisations:list")))


@require_POST
@staff_only
def paper(request: HttpRequest, authorisation: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """The picture of the paper."""
    opened = open_paper(authorisation, by=by, at=at, looked_up=_looked_up(request, by=by))
    return HttpResponse(b"".join(opened), content_type=PICTURE)


def _looked_up(request: HttpRequest, *, by: Actor) -> UUID | None:
    """The resident from whose page this was sent; nobody where it was sent from the list of one's own."""
    found = request.POST.get("found", "")
    return person_in(found, by=by) if found else None


def _record(given: Mapping[str, Any], person: UUID, *, by: Actor, at: datetime) -> UUID:
    agent = find_person_by_phone(given["agent_phone"], by=by) if given["agent_phone"] else None
    if given["agent_phone"] and agent is None:
        raise invalid("agent_phone", NOT_REGISTERED)
    return record_authorisation(
        principal=person,
        basis=ActingBasis(given["basis"]),
        scope=given["scope"],
        agent_person=agent,
        paper=_picture(given["paper"], at=at) if given["paper"] else b"",
        until=ends(given["until"]),
        by=by,
        at=at,
    )


def _picture(upload: Any, *, at: datetime) -> bytes:
    file = read_upload(upload, kind="request", at=at, staff_only=True)
    if file.mime != PICTURE:
        raise invalid("paper", say("Take a picture of the paper.", "请拍下纸面并上传照片。"))
    return file.content


NOT_REGISTERED = say(
    "Nobody with this number is registered. Look them up first and register them.",
    "此号码尚未登记，请先查找并登记代办人。",
)


def _show(
    request: HttpRequest,
    person: UUID,
    form: AuthoriseForm,
    *,
    by: Actor,
    at: datetime,
    name: str | None = None,
    status: int = 200,
) -> HttpResponse:
    rows = given_by(person, by=by)
    given = {
        "form": form,
        "name": name,
        "rows": [(each, each.holds(at)) for each in rows],
        "agents": names_of(who for each in rows for who in (each.agent_account, each.recorded_by) if who),
        "scopes": dict(scopes()),
        "here": request.resolver_match.kwargs["found"] if request.resolver_match else "",
    }
    return render(request, "office/authorisations/resident.html", given, status=status)
