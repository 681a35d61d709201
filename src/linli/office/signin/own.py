"""What is one's own: sessions, password, the latest sign-ins, and the way out."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from linli.domains.people.signin.actions import change_password, end_session, staff_account, visit_of
from linli.domains.people.signin.actions import revoke as revoke_session
from linli.domains.people.signin.guard import signed_in
from linli.domains.people.signin.queries import factors_of, open_sessions, own_log, passkeys_of, site_of
from linli.kernel.refusal import Refusal
from linli.kernel.words import say
from linli.office.signin.apps_shown import own_apps
from linli.office.signin.forms import ChangePasswordForm, ConfirmForm, blame

CHANGED = say("Password changed; every other device is signed out.", "密码已修改，其他设备已全部退出。")


@never_cache
@signed_in
def mine(request: HttpRequest, *, account: UUID) -> HttpResponse:
    """Everything about one's own sign-in on one page."""
    return show(request, account)


def show(request: HttpRequest, account: UUID, *, status: int = 200, **forms: object) -> HttpResponse:
    """The page, with forms as they were typed where something was refused."""
    given = {
        "sessions": open_sessions(account, here=request.session.session_key, at=timezone.now()),
        "passkeys": passkeys_of(account),
        "factors": factors_of(account),
        "log": own_log(account)[:12],
        "site": site_of(request),
        "work_apps": own_apps(account),
        "username": staff_account(account).username,
        "change": ChangePasswordForm(auto_id="change_%s"),
        "confirm": ConfirmForm(auto_id="confirm_%s"),
        **forms,
    }
    return render(request, "office/signin/mine.html", given, status=status)


@require_POST
@sensitive_post_parameters()
@signed_in
def change(request: HttpRequest, *, account: UUID) -> HttpResponse:
    """Changes one's password and signs out everywhere else."""
    form = ChangePasswordForm(request.POST, auto_id="change_%s")
    status = 422
    if form.is_valid():
        typed, here, now = form.cleaned_data, request.session.session_key, timezone.now()
        try:
            change_password(account, typed["old"], typed["password"], here=here, visit=visit_of(request), at=now)
        except Refusal as refusal:
            status = blame(form, refusal)
        else:
            messages.success(request, str(CHANGED))
            return redirect("office:signin:mine")
    return show(request, account, status=status, change=form)


@require_POST
@signed_in
def revoke(request: HttpRequest, session: UUID, *, account: UUID) -> HttpResponse:
    """Ends one of one's own sessions elsewhere."""
    revoke_session(account, session, visit=visit_of(request), at=timezone.now())
    messages.success(request, str(say("Signed out there.", "已在那台设备上退出登录。")))
    return redirect("office:signin:mine")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends this session and leaves nothing behind."""
    end_session(request, visit=visit_of(request), at=timezone.now())
    messages.success(request, str(say("You are signed out.", "已退出登录。")))
    return redirect("office:signin:password")
