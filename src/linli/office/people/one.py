"""The page of one account: its posts now and before, whether it can sign in, and what may be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from linli.domains.matters.queries.held import open_in_hands_of
from linli.domains.people.actions import close_account, end_post, reopen_account
from linli.domains.people.actor import Actor
from linli.domains.people.queries import PostSeen, account, names_of, posts
from linli.domains.people.rights import PEOPLE, POSTS
from linli.domains.people.signin.queries import may_watch, standing_of
from linli.domains.people.signin.rights import READ_LOG, UNLOCK
from linli.domains.people.vocabulary import AccountKind
from linli.domains.places.queries import labels
from linli.kernel.refusal import Refusal
from linli.kernel.words import Words, say
from linli.office.doing import refused
from linli.office.door import staff_only

ENDED = say("The post has ended.", "已免去该岗位。")
CLOSED = say("The account is closed and all its posts have ended.", "账号已停用，所任岗位均已免去。")
REOPENED = say("The account is open again, without any of its former posts.", "账号已重新启用，原有岗位不会恢复。")


@dataclass(frozen=True)
class Held:
    """Posts by whether they are held now, later, or no more."""

    now: Sequence[PostSeen]
    later: Sequence[PostSeen]
    before: Sequence[PostSeen]


@require_GET
@staff_only
def one(request: HttpRequest, whose: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """The page."""
    return show(request, whose, by=by, at=at)


@require_POST
@staff_only
def end(request: HttpRequest, whose: UUID, post: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """Ends one post."""
    return _did(request, whose, lambda: end_post(post=post, by=by, at=at), ENDED, by=by, at=at)


@require_POST
@staff_only
def close(request: HttpRequest, whose: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """Closes the account."""
    return _did(request, whose, lambda: close_account(account=whose, by=by, at=at), CLOSED, by=by, at=at)


@require_POST
@staff_only
def reopen(request: HttpRequest, whose: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """Opens it again."""
    return _did(request, whose, lambda: reopen_account(account=whose, by=by, at=at), REOPENED, by=by, at=at)


def show(request: HttpRequest, whose: UUID, *, by: Actor, at: datetime, refusal: Refusal | None = None) -> HttpResponse:
    """The page, with why something was not done where that is so."""
    found = account(whose, by=by)
    held = posts(by=by, at=at, account=whose, ended=True)
    staff = found.kind == AccountKind.STAFF
    given = {
        "person": found,
        "staff": staff,
        "held": _by_time(held, at),
        "places": labels(post.area for post in held),
        "names": names_of(who for post in held for who in (post.granted_by, post.ended_by) if who),
        "standing": standing_of(whose, username=found.username, by=by, at=at) if staff and may_watch(by) else None,
        "in_hand": open_in_hands_of(account=whose),
        "self": by.account == whose,
        "may": {
            "appoint": POSTS.code in by.rights,
            "manage": PEOPLE.code in by.rights,
            "unlock": UNLOCK.code in by.rights,
            "read_log": READ_LOG.code in by.rights,
        },
        "refusal": refusal,
    }
    return render(request, "office/people/one.html", given, status=refusal.status if refusal else 200)


def _by_time(held: Sequence[PostSeen], at: datetime) -> Held:
    over = [post for post in held if post.until and post.until <= at]
    later = [post for post in held if post.since > at and post not in over]
    return Held([post for post in held if post not in over and post not in later], later, over)


def _did(
    request: HttpRequest, whose: UUID, act: Callable[[], None], told: Words, *, by: Actor, at: datetime
) -> HttpResponse:
    refusal = refused(act)
    if refusal:
        return show(request, whose, by=by, at=at, refusal=refusal)
    messages.success(request, str(told))
    return redirect("office:people:one", whose)
