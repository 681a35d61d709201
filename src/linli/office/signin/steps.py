"""The order of the steps: password, second factor (set up first where there is none), a password of one's own, in."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from linli.domains.people.signin.actions import (
    Awaited,
    awaiting,
    mark_proven,
    remember,
    sign_in_staff,
    staff_account,
    visit_of,
)
from linli.domains.people.signin.queries import is_temporary

STATE = "signin_passkey"
HOME = "/office/"
View = Callable[..., HttpResponse]


def awaited(*, proven: bool = False) -> Callable[[View], View]:
    """Gives the view whose second factor this browser is asked for; whoever has no password shown starts anew."""

    def decorate(view: View) -> View:
        @wraps(view)
        def entered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            whose = awaiting(request, at=timezone.now())
            if whose is None or whose.proven != proven:
                return redirect("office:signin:password")
            return view(request, *args, whose=whose, **kwargs)

        return never_cache(sensitive_post_parameters()(entered))

    return decorate


def arrive(request: HttpRequest, whose: Awaited) -> HttpResponse:
    """What follows a second factor: a password of one's own where it is still a temporary one, else the office."""
    if is_temporary(whose.account):
        mark_proven(request)
        return redirect("office:signin:new_password")
    return come_in(request, whose)


def come_in(request: HttpRequest, whose: Awaited) -> HttpResponse:
    """Signs in, and goes where the browser wanted to go."""
    sign_in_staff(request, staff_account(whose.account), visit=visit_of(request), at=timezone.now())
    response = redirect(whose.onward)
    remember(request, response, whose.account)
    return response


def taken_state(request: HttpRequest) -> dict[str, Any] | None:
    """What the passkey question left in the session; it serves once."""
    state: dict[str, Any] | None = request.session.pop(STATE, None)
    return state
