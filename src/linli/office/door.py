"""Who may come in: staff with a post. Everyone else is shown the way to sign in, or told whom to ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.views.decorators.vary import vary_on_headers

from linli.domains.people.signin.guard import signed_in
from linli.domains.people.signin.middleware import actor_of
from linli.kernel.refusal import NotAllowed
from linli.kernel.words import say

NO_POST = say(
    "Your account holds no post in the office. Ask the security administrator to appoint you.",
    "你的账号还没有岗位，请联系安全管理员任命后再来。",
)


def staff_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Gives the view who acts (`by`) and when (`at`); nobody without a post gets that far, nothing is cached."""

    @wraps(view)
    def entered(request: HttpRequest, *args: Any, account: object, **kwargs: Any) -> HttpResponse:
        by = actor_of(request)
        if not by.posts:
            raise NotAllowed(NO_POST)
        answer = view(request, *args, by=by, at=timezone.now(), **kwargs)
        add_never_cache_headers(answer)
        return answer

    return vary_on_headers("HX-Request")(signed_in(entered))
