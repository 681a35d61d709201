"""What is one's own: where one is signed in, what happened lately, and the way out."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from linli.domains.people.signin.actions import end_session, visit_of
from linli.domains.people.signin.actions import revoke as revoke_session
from linli.domains.people.signin.guard import signed_in
from linli.domains.people.signin.queries import open_sessions, own_log, passkeys_of, site_of
from linli.kernel.words import say


@never_cache
@signed_in
def mine(request: HttpRequest, *, account: UUID) -> HttpResponse:
    """Sessions, passkeys and the latest sign-ins of whoever looks."""
    given = {
        "sessions": open_sessions(account, here=request.session.session_key, at=timezone.now()),
        "passkeys": passkeys_of(account),
        "log": own_log(account)[:10],
        "site": site_of(request),
    }
    return render(request, "portal/signin/mine.html", given)


@require_POST
@signed_in
def revoke(request: HttpRequest, session: UUID, *, account: UUID) -> HttpResponse:
    """Ends one of one's own sessions elsewhere."""
    revoke_session(account, session, visit=visit_of(request), at=timezone.now())
    messages.success(request, str(say("Signed out there.", "已在那台设备上退出登录。")))
    return redirect("portal:signin:mine")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends this session and leaves nothing behind."""
    end_session(request, visit=visit_of(request), at=timezone.now())
    messages.success(request, str(say("You are signed out.", "已退出登录。")))
    return redirect("/")
