"""The list of tokens, issuing one, revoking one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linli.domains.people.actor import Actor
from linli.domains.people.queries import accounts
from linli.domains.people.queries.accounts import AccountSeen
from linli.domains.people.rights import PEOPLE, require_anywhere
from linli.domains.people.tokens.actions import issue_token, revoke_token
from linli.domains.people.tokens.listing import tokens
from linli.domains.people.vocabulary import AccountKind
from linli.kernel.words import say
from linli.office.audit.asked import account_in
from linli.office.doing import tried
from linli.office.door import staff_only
from linli.office.tokens.forms import TokenForm

REVOKED = say("The token opens nothing any more.", "令牌已作废，立即失效。")


@require_GET
@staff_only
def listed(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Every token, those in use first; of one account where asked."""
    account = account_in(request.GET.get("account", ""))
    found = tokens(by=by, account=account)
    given = {"tokens": [(token, token.works(at)) for token in found], "narrowed": bool(account)}
    return render(request, "office/tokens/list.html", given)


@require_http_methods(["GET", "POST"])
@staff_only
def new(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The form; the token is on the answer itself and nowhere else."""
    require_anywhere(by, PEOPLE)
    machines = _machines(by)
    if request.method == "GET":
        return _ask(request, TokenForm(machines=machines), machines)
    form = TokenForm(request.POST, machines=machines)
    done = tried(form, lambda given: issue_token(**form.given(), by=by, at=at))
    if not done.done:
        return _ask(request, form, machines, status=done.status)
    return render(request, "office/tokens/issued.html", {"secret": done.value, "name": form.cleaned_data["name"]})


@require_POST
@staff_only
def revoke(request: HttpRequest, token: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """Stops a token."""
    revoke_token(token=token, by=by, at=at)
    messages.success(request, str(REVOKED))
    return redirect("office:tokens:list")


def _machines(by: Actor) -> Sequence[AccountSeen]:
    return [each for each in accounts(by=by) if each.kind is AccountKind.SERVICE and each.active]


def _ask(request: HttpRequest, form: TokenForm, machines: Sequence[AccountSeen], *, status: int = 200) -> HttpResponse:
    return render(request, "office/tokens/new.html", {"form": form, "machines": machines}, status=status)
