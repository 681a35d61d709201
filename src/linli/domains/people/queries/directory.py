"""The list of those who work here, each with the posts they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from linli.domains.people.actor import Actor
from linli.domains.people.models import Account, Post
from linli.domains.people.overseeing import overseen
from linli.domains.people.queries.accounts import ADMINISTRATORS, AccountSeen, seen
from linli.domains.people.queries.posts import PostSeen, post_seen, posts_visible_to
from linli.domains.people.rights import require_any
from linli.domains.people.running_out import ends_soon
from linli.domains.people.separation import open_after
from linli.domains.people.vocabulary import AccountKind
from linli.kernel.words import Vocabulary

PAGE = 50


class Standing(Vocabulary):
    """How an account stands."""

    IN_POST = "in_post", "In post", "在岗"
    ENDING = "ending", "Post ends soon", "任期将满"
    WITHOUT = "without", "Without a post", "无岗位"
    CLOSED = "closed", "Closed", "已停用"
    MACHINE = "machine", "Machines", "系统对接"


@dataclass(frozen=True, slots=True)
class Listed:
    """One account and the posts it holds now or will hold."""

    account: AccountSeen
    posts: Sequence[PostSeen]


@dataclass(frozen=True, slots=True)
class Directory:
    """One page; `after` is what the next one is asked with, None on the last."""

    rows: Sequence[Listed]
    after: UUID | None


def directory(
    *,
    by: Actor,
    at: datetime,
    words: str = "",
    role: str = "",
    standing: Standing | None = None,
    after: UUID | None = None,
) -> Directory:
    """Staff and machine accounts by name, narrowed by words in name, username or unit; two or three statements."""
    require_any(by, *ADMINISTRATORS)
    found = Account.objects.exclude(kind=AccountKind.RESIDENT.value).filter(overseen(by, *ADMINISTRATORS))
    found = found.filter(_named(words), _standing(standing, at), _holding(role, at)).order_by("display_name", "pk")
    page = list(_later(found, after)[: PAGE + 1])
    shown = page[:PAGE]
    held = _posts(shown, by, at)
    rows = [Listed(seen(each), [post for post in held if post.account == each.pk]) for each in shown]
    return Directory(rows, shown[-1].pk if len(page) > PAGE else None)


def _named(words: str) -> Q:
    if not words.strip():
        return Q()
    word = words.strip()
    unit = Q(organisation__name__icontains=word) | Q(organisation__name_en__icontains=word)
    serving = Exists(Post.objects.filter(unit, account=OuterRef("pk"), until=None))
    return Q(display_name__icontains=word) | Q(username__icontains=word) | Q(serving)


def _standing(standing: Standing | None, at: datetime) -> Q:
    holds = Q(Exists(Post.objects.filter(open_after(at), account=OuterRef("pk"))))
    return {
        None: Q(),
        Standing.IN_POST: holds & Q(is_active=True),
        Standing.ENDING: Q(Exists(Post.objects.filter(ends_soon(at), account=OuterRef("pk"))), is_active=True),
        Standing.WITHOUT: ~holds & Q(is_active=True),
        Standing.CLOSED: Q(is_active=False),
        Standing.MACHINE: Q(kind=AccountKind.SERVICE.value),
    }[standing]


def _holding(role: str, at: datetime) -> Q:
    return Q(Exists(Post.objects.filter(open_after(at), account=OuterRef("pk"), role=role))) if role else Q()


def _later(found: QuerySet[Account], after: UUID | None) -> QuerySet[Account]:
    """The page that follows an account, found by where it stands: no name is in the address."""
    last = Account.objects.filter(pk=after).values_list("display_name", flat=True).first() if after else None
    if last is None:
        return found
    return found.filter(Q(display_name__gt=last) | Q(display_name=last, pk__gt=after))


def _posts(accounts: Sequence[Account], by: Actor, at: datetime) -> list[PostSeen]:
    held = posts_visible_to(by).filter(open_after(at), account__in=accounts)
    joined = held.select_related("account", "organisation", "role", "place").defer("place__geometry")
    return [post_seen(post) for post in joined.order_by("since", "pk")]
