"""Who may come in: staff with a post. Everyone else is shown the way to sign in, or told whom to ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from linli.domains.people.signin.middleware import actor_of
from linli.kernel.refusal import NotAllowed
from linli.kernel.words import say

SIGN_IN = "/office/sign-in/"


def staff_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Gives the view who acts (`by`) and when (`at`); nobody without a post gets that far."""

    @wraps(view)
    def entered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        by = actor_of(request)
        if by.account is None:
            return _to_sign_in(request)
        if not by.posts:
            raise NotAllowed(
                say(
                    "Your account holds no post in the office. Ask the security administrator to appoint you.",
                    "你的账号还没有岗位，请联系安全管理员任命后再来。",
                )
            )
        return view(request, *args, by=by, at=timezone.now(), **kwargs)

    return entered


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    address = f"{SIGN_IN}?{urlencode({'next': request.get_full_path()})}"
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": SIGN_IN})
    return HttpResponseRedirect(address)
