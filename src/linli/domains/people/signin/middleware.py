"""Lets every door ask who acts (`actor_of`), ends idle sessions, and notes that a session is in use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import cast
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from linli.domains.people.actor import ANYONE, Actor
from linli.domains.people.queries import actor_for
from linli.domains.people.signin.entrance import end_session
from linli.domains.people.signin.policy import session_policy
from linli.domains.people.signin.sessions import SessionStore
from linli.domains.people.signin.visits import visit_of
from linli.domains.people.signin.vocabulary import Door, Happening
from linli.kernel.words import say

IDLED = say(
    "You were signed out because nothing was done for a while. Sign in again to go on where you were.",
    "由于长时间没有操作，已自动退出。重新登录后可以接着办。",
)
TRACKS = "tracks"
"""The session's key for the one matter that a tracking code opened."""


class ActorRequest(HttpRequest):
    """A request that came through `ActorMiddleware`."""

    who: Callable[[], Actor]
    idled_out: bool


class ActorMiddleware:
    """One lookup when somebody asks who acts, none for pages that do not."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Adds the actor and the idle mark to the request."""
        known = cast("ActorRequest", request)
        known.idled_out = settings.SESSION_COOKIE_NAME in request.COOKIES and _end_if_idle(request, at=timezone.now())
        known.who = cache(lambda: _actor(request))  # a true Actor, not a stand-in: dataclasses.replace takes no less
        return self.get_response(request)


def actor_of(request: HttpRequest) -> Actor:
    """Who makes this request; `ANYONE` where nobody is signed in."""
    return cast("ActorRequest", request).who()


def _actor(request: HttpRequest) -> Actor:
    account, tracks = request.session.get(SESSION_KEY), request.session.get(TRACKS)
    actor = actor_for(UUID(account), at=timezone.now()) if account else ANYONE
    return replace(actor, tracks=UUID(tracks)) if tracks else actor


def _end_if_idle(request: HttpRequest, *, at: datetime) -> bool:
    session = cast("SessionStore", request.session)
    if SESSION_KEY not in session or session.row is None or not session.row.door:
        return False
    row = session.row
    idle = session_policy(Door(row.door), kept=row.kept, at=at).idle
    if idle is not None and at - row.seen_at > idle:
        end_session(request, happening=Happening.IDLED_OUT, visit=visit_of(request), at=at)
        messages.info(request, str(IDLED))
        return True
    session.touch(at=at)
    return False
