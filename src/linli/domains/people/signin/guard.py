"""Keeps pages for whoever is signed in: everyone else is shown the way in and comes back."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from linli.domains.people.signin.destination import with_next
from linli.domains.people.signin.middleware import actor_of

SIGN_IN, OFFICE_SIGN_IN = "/sign-in/", "/office/sign-in/"


def signed_in(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Gives the view the `account` that is signed in; everyone else is shown the way in and comes back here."""

    @wraps(view)
    def entered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        account = actor_of(request).account
        if account is not None:
            return view(request, *args, account=account, **kwargs)
        door = OFFICE_SIGN_IN if request.path.startswith("/office/") else SIGN_IN
        if request.headers.get("HX-Request"):
            return HttpResponse(status=204, headers={"HX-Redirect": door})
        return HttpResponseRedirect(with_next(door, request.get_full_path() if request.method == "GET" else "/"))

    return entered
