"""What the security administrator does for others: unlock an account, reset a lost second factor."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from linli.domains.people.actor import Actor
from linli.domains.people.signin.actions import destination, reset_factors, unlock
from linli.kernel.words import say
from linli.office.door import staff_only
from linli.office.signin.steps import HOME


@require_POST
@staff_only
def unlock_account(request: HttpRequest, whose: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """Gives a locked account its tries back."""
    unlock(whose, by=by, at=at)
    messages.success(request, str(say("Unlocked. They can sign in again now.", "已解锁，现在可以重新登录。")))
    return redirect(destination(request, home=HOME))


@require_POST
@staff_only
def reset_account(request: HttpRequest, whose: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """Takes away a lost second factor."""
    reset_factors(whose, by=by, at=at)
    reset = say("Reset. The next sign-in sets up a new second factor.", "已重置，下次登录时重新绑定二次验证。")
    messages.success(request, str(reset))
    return redirect(destination(request, home=HOME))
