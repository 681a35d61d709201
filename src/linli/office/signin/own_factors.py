"""One's own second factors: more passkeys, fewer passkeys, fresh recovery codes."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from linli.domains.people.signin.actions import (
    add_passkey,
    remove_passkey,
    renew_recovery_codes,
    staff_account,
    visit_of,
)
from linli.domains.people.signin.guard import signed_in
from linli.domains.people.signin.queries import begin_adding, site_of
from linli.domains.people.signin.vocabulary import Door
from linli.kernel.refusal import Refusal
from linli.kernel.words import say
from linli.office.signin.forms import ConfirmForm, blame
from linli.office.signin.own import show
from linli.office.signin.steps import STATE, taken_state


@require_POST
@never_cache
@sensitive_post_parameters()
@signed_in
def renew(request: HttpRequest, *, account: UUID) -> HttpResponse:
    """Shows ten fresh recovery codes to whoever types the password again."""
    form = ConfirmForm(request.POST, auto_id="confirm_%s")
    status = 422
    if form.is_valid():
        try:
            codes = renew_recovery_codes(account, form.cleaned_data["old"], visit=visit_of(request), at=timezone.now())
        except Refusal as refusal:
            status = blame(form, refusal)
        else:
            given = {"codes": codes, "onward": "/office/sign-in/mine/"}
            return render(request, "office/signin/recovery.html", given)
    return show(request, account, status=status, confirm=form)


@require_POST
@signed_in
def ask(request: HttpRequest, *, account: UUID) -> HttpResponse:
    """What the browser needs to make another passkey."""
    label = str(staff_account(account).username)
    options, request.session[STATE] = begin_adding(account, label=label, site=site_of(request))
    return HttpResponse(options, content_type="application/json")


@require_POST
@signed_in
def add(request: HttpRequest, *, account: UUID) -> HttpResponse:
    """Keeps the passkey the browser made."""
    answer, state, now = request.POST.get("answer", ""), taken_state(request), timezone.now()
    site, visit = site_of(request), visit_of(request)
    try:
        add_passkey(account, answer, state=state, site=site, door=Door.STAFF, visit=visit, at=now)
    except Refusal as refusal:
        messages.warning(request, str(refusal.sentence))
    else:
        messages.success(request, str(say("Passkey added.", "通行密钥已添加。")))
    return redirect("office:signin:mine")


@require_POST
@signed_in
def remove(request: HttpRequest, passkey: UUID, *, account: UUID) -> HttpResponse:
    """Takes a passkey away, unless it is the only second factor."""
    try:
        remove_passkey(account, passkey, door=Door.STAFF, visit=visit_of(request), at=timezone.now())
    except Refusal as refusal:
        messages.warning(request, str(refusal.sentence))
    else:
        messages.success(request, str(say("Passkey removed.", "通行密钥已删除。")))
    return redirect("office:signin:mine")
