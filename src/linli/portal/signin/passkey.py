"""Passkeys of residents: coming in with one, adding one, taking one away."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from linli.domains.people.signin.actions import (
    add_passkey,
    destination,
    remember,
    remove_passkey,
    sign_in_resident,
    sign_in_with_passkey,
    visit_of,
)
from linli.domains.people.signin.guard import signed_in
from linli.domains.people.signin.queries import begin_adding, begin_using, site_of
from linli.domains.people.signin.vocabulary import Door
from linli.kernel.refusal import Refusal
from linli.kernel.words import say

STATE = "signin_passkey"
ADDED = say("Passkey added. Next time you need no code.", "通行密钥已添加，下次登录不用验证码。")
LABEL = say("Resident", "居民")


@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """What the browser needs to offer its passkeys for this site."""
    options, request.session[STATE] = begin_using(None, site=site_of(request))
    return HttpResponse(options, content_type="application/json")


@require_POST
def come_in(request: HttpRequest) -> HttpResponse:
    """Signs in whoever's passkey answered."""
    now, visit, onward = timezone.now(), visit_of(request), destination(request, home="/")
    try:
        answer, state = _answer(request), _state(request)
        account = sign_in_with_passkey(answer, state=state, site=site_of(request), visit=visit, at=now)
    except Refusal as refusal:
        messages.warning(request, str(refusal.sentence))
        return redirect("portal:signin:phone")
    sign_in_resident(request, account, kept=bool(request.POST.get("kept")), visit=visit, at=now)
    response = redirect(onward)
    remember(request, response, account.id)
    return response


@require_POST
@signed_in
def ask_to_add(request: HttpRequest, *, account: UUID) -> HttpResponse:
    """What the browser needs to make a passkey for this account."""
    options, request.session[STATE] = begin_adding(account, label=str(LABEL), site=site_of(request))
    return HttpResponse(options, content_type="application/json")


@require_POST
@signed_in
def add(request: HttpRequest, *, account: UUID) -> HttpResponse:
    """Keeps the passkey the browser made."""
    try:
        add_passkey(
            account,
            _answer(request),
            state=_state(request),
            site=site_of(request),
            door=Door.RESIDENT,
            visit=visit_of(request),
            at=timezone.now(),
        )
    except Refusal as refusal:
        messages.warning(request, str(refusal.sentence))
    else:
        messages.success(request, str(ADDED))
    return redirect("portal:signin:mine")


@require_POST
@signed_in
def remove(request: HttpRequest, passkey: UUID, *, account: UUID) -> HttpResponse:
    """Takes a passkey away."""
    remove_passkey(account, passkey, door=Door.RESIDENT, visit=visit_of(request), at=timezone.now())
    messages.success(request, str(say("Passkey removed.", "通行密钥已删除。")))
    return redirect("portal:signin:mine")


def _answer(request: HttpRequest) -> str:
    return request.POST.get("answer", "")


def _state(request: HttpRequest) -> dict[str, Any] | None:
    state: dict[str, Any] | None = request.session.pop(STATE, None)
    return state
