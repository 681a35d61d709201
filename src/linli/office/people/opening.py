"""Opening accounts, and handing over first passwords: shown once, on the answer itself, kept nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from linli.domains.people.actions import open_staff_account
from linli.domains.people.actor import Actor
from linli.domains.people.rights import PEOPLE, require_anywhere
from linli.domains.people.signin.actions import Handed, open_with_password, renew_password
from linli.domains.people.vocabulary import AccountKind
from linli.office.doing import tried
from linli.office.door import staff_only
from linli.office.people.forms import NewAccountForm


@require_http_methods(["GET", "POST"])
@staff_only
def new(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Opens an account; a member of staff's comes with a first password, a machine's with none."""
    require_anywhere(by, PEOPLE)
    if request.method == "GET":
        return _ask(request, NewAccountForm(initial=request.GET.dict()))
    form = NewAccountForm(request.POST)
    done = tried(form, lambda given: _opened(given, by=by, at=at))
    if not done.done:
        return _ask(request, form, status=done.status)
    if isinstance(done.value, Handed):
        return _hand_over(request, done.value, name=form.cleaned_data["display_name"])
    return redirect("office:people:one", done.value)


@require_POST
@staff_only
def password(request: HttpRequest, whose: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """A first password in place of a forgotten one."""
    return _hand_over(request, renew_password(whose, by=by, at=at))


def _opened(given: Mapping[str, str], *, by: Actor, at: datetime) -> Handed | UUID:
    name, username, email = given["display_name"], given["username"], given["email"]
    if given["kind"] == AccountKind.STAFF:
        return open_with_password(username=username, display_name=name, email=email, by=by, at=at)
    kind = AccountKind.SERVICE
    return open_staff_account(username=username, display_name=name, email=email, kind=kind, by=by, at=at)


def _ask(request: HttpRequest, form: NewAccountForm, *, status: int = 200) -> HttpResponse:
    return render(request, "office/people/new.html", {"form": form}, status=status)


def _hand_over(request: HttpRequest, handed: Handed, *, name: str = "") -> HttpResponse:
    return render(request, "office/people/handed.html", {"handed": handed, "name": name})
