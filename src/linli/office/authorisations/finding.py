"""What the desk recorded, and looking a resident up by phone number; the number never stands in an address."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from linli.domains.people.actions import find_or_register, open_principals
from linli.domains.people.actor import Actor
from linli.domains.people.queries import find_person_by_phone, names_of
from linli.domains.people.queries.desk import at_desk
from linli.domains.people.rights import FIND, REGISTER, require_anywhere
from linli.office.authorisations.forms import FindForm, RegisterForm
from linli.office.authorisations.found import remembered
from linli.office.doing import tried
from linli.office.door import staff_only


@require_GET
@staff_only
def listed(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Authorisations in force that I recorded or may act by, and the look-up."""
    return _show(request, FindForm(), by=by, at=at)


@require_POST
@staff_only
def find(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Goes on to whoever has this number, or offers to register them; with `names` it opens those of the list."""
    if "names" in request.POST:
        return _show(request, FindForm(), by=by, at=at, named=True)
    require_anywhere(by, FIND)
    form = FindForm(request.POST)
    done = tried(form, lambda given: find_person_by_phone(given["phone"], by=by))
    if not done.done:
        return _show(request, form, by=by, at=at, status=done.status)
    if done.value is None:
        return _offer(request, RegisterForm(initial={"phone": form.cleaned_data["phone"]}), by=by)
    return redirect("office:authorisations:resident", remembered(done.value, by=by))


@require_POST
@staff_only
def register(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Registers a resident who is not known yet."""
    require_anywhere(by, REGISTER)
    form = RegisterForm(request.POST)
    done = tried(form, lambda given: find_or_register(name=given["name"], phone=given["phone"], by=by, at=at))
    if done.value is None:
        return _offer(request, form, by=by, status=done.status)
    return redirect("office:authorisations:resident", remembered(done.value, by=by))


def _show(
    request: HttpRequest, form: FindForm, *, by: Actor, at: datetime, named: bool = False, status: int = 200
) -> HttpResponse:
    rows = at_desk(by=by, at=at)
    opened = {each.authorisation.id: each.name for each in open_principals((), by=by, at=at)} if named else {}
    given = {
        "form": form,
        "may_find": FIND.code in by.rights,
        "rows": rows,
        "agents": names_of(each.agent_account for each in rows if each.agent_account),
        "opened": opened,
        "named": named,
        "mine": any(each.agent_account == by.account for each in rows),
    }
    return render(request, "office/authorisations/list.html", given, status=status)


def _offer(request: HttpRequest, form: RegisterForm, *, by: Actor, status: int = 200) -> HttpResponse:
    given = {"form": form, "may_register": REGISTER.code in by.rights}
    return render(request, "office/authorisations/register.html", given, status=status)
