"""Who stands at the residents' door: a resident, someone acting for one, the holder of a tracking code, or a visitor.

What a post would open stays in the office: here its holder is a resident like everyone else.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from linli.domains.people.actor import Actor
from linli.domains.people.queries import acting_for
from linli.domains.people.signin.guard import signed_in
from linli.domains.people.signin.middleware import actor_of
from linli.kernel.refusal import Refusal

ACTS_FOR = "acts_for"
"""The session's key for the authorisation under which someone acts for another."""
SCOPE = "request"
View = Callable[..., HttpResponse]


def everyone(view: View) -> View:
    """Gives the view who stands there (`by`) and when (`at`); nothing is cached."""

    @wraps(view)
    def entered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        at = timezone.now()
        answer = view(request, *args, by=here(request, at=at), at=at, **kwargs)
        add_never_cache_headers(answer)
        return answer

    return entered


def residents(view: View) -> View:
    """The same, for whoever is signed in; everyone else is shown the way in and comes back."""

    @wraps(view)
    def entered(request: HttpRequest, *args: Any, account: UUID, **kwargs: Any) -> HttpResponse:
        return everyone(view)(request, *args, **kwargs)

    return signed_in(entered)


def here(request: HttpRequest, *, at: datetime) -> Actor:
    """Who makes this request, as residents' pages know them; found once a request."""
    if "resident" not in vars(request):
        vars(request)["resident"] = _resident(request, at=at)
    known: Actor = vars(request)["resident"]
    return known


def _resident(request: HttpRequest, *, at: datetime) -> Actor:
    someone = actor_of(request)
    by = Actor(account=someone.account, person=someone.person, tracks=someone.tracks)
    chosen = request.session.get(ACTS_FOR)
    if not chosen or by.account is None:
        return by
    try:
        return acting_for(by, authorisation=UUID(chosen), scope=SCOPE, at=at)
    except Refusal as lapsed:
        del request.session[ACTS_FOR]
        messages.warning(request, str(lapsed.sentence))
        return by
