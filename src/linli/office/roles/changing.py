"""One role: what it may do, what a change would mean for whom, and how it came to be so."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from linli.domains.people.actions import change_role, create_role
from linli.domains.people.actor import Actor
from linli.domains.people.queries import names_of, preview_role_change, role, role_history
from linli.domains.people.queries.powers import may_change_roles
from linli.domains.people.rights import AUDIT_READ, PEOPLE, POSTS, ROLES, require_any, require_anywhere
from linli.domains.places.queries import labels
from linli.kernel.words import say
from linli.office.doing import tried
from linli.office.door import staff_only
from linli.office.roles.families import families
from linli.office.roles.forms import NewRoleForm, RoleForm

CHANGED = say("The role is changed, for all who hold it, from now on.", "角色已调整，对所有任此角色的人立即生效。")
MADE = say("The role is there. It can be given with a post.", "角色已新增，任命岗位时可以选用。")


@require_http_methods(["GET", "POST"])
@staff_only
def one(request: HttpRequest, code: str, *, by: Actor, at: datetime) -> HttpResponse:
    """The role; what is sent is first previewed, then, with `go`, done."""
    require_any(by, ROLES, POSTS, PEOPLE, AUDIT_READ)
    if request.method == "GET":
        found = role(code)
        form = RoleForm(initial={"name": found.words.zh, "name_en": found.words.en, "rights": found.rights})
        return _show(request, code, form, by=by, at=at)
    require_anywhere(by, ROLES)
    form = RoleForm(request.POST)
    if "go" not in request.POST:
        return _show(request, code, form, by=by, at=at, status=200 if form.is_valid() else 422)
    done = tried(form, lambda given: _change(code, form, by=by, at=at))
    if not done.done:
        return _show(request, code, form, by=by, at=at, status=done.status)
    messages.success(request, str(CHANGED))
    return redirect("office:roles:one", code)


@require_http_methods(["GET", "POST"])
@staff_only
def new(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """A role of the office's own."""
    require_anywhere(by, ROLES)
    form = NewRoleForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        done = tried(
            form,
            lambda given: create_role(
                code=given["code"], words=form.words, rights=given["rights"], reason=given["reason"], by=by, at=at
            ),
        )
        if done.done:
            messages.success(request, str(MADE))
            return redirect("office:roles:one", form.cleaned_data["code"])
        return _make(request, form, status=done.status)
    return _make(request, form)


def _change(code: str, form: RoleForm, *, by: Actor, at: datetime) -> None:
    given = form.cleaned_data
    change_role(
        role=code,
        rights=given["rights"],
        words=form.words,
        version=given["version"] or 0,
        reason=given["reason"],
        by=by,
        at=at,
    )


def _show(
    request: HttpRequest, code: str, form: RoleForm, *, by: Actor, at: datetime, status: int = 200
) -> HttpResponse:
    wanted = form["rights"].value() or []
    sent = form.is_bound and ROLES.code in by.rights and "rights" not in form.errors
    preview = preview_role_change(role=code, rights=wanted, by=by, at=at) if sent else None
    history = role_history(code)
    given = {
        "role": role(code),
        "form": form,
        "wanted": wanted,
        "may_change": may_change_roles(by),
        "families": families(wanted),
        "preview": preview,
        "places": labels(effect.area for effect in preview.effects) if preview else {},
        "history": history,
        "names": names_of(change.by for change in history if change.by),
    }
    return render(request, "office/roles/one.html", given, status=status)


def _make(request: HttpRequest, form: NewRoleForm, *, status: int = 200) -> HttpResponse:
    given = {"form": form, "families": families(form["rights"].value() or [])}
    return render(request, "office/roles/new.html", given, status=status)
