"""What every grant must leave true: administrations apart, and someone left who may grant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from linli.domains.people.models import Post
from linli.domains.people.refusals import apart
from linli.domains.people.rights import POSTS, administrations
from linli.kernel.refusal import Refusal
from linli.kernel.words import say


def open_after(at: datetime) -> Q:
    """Posts held now or later."""
    return Q(until__isnull=True) | Q(until__gt=at)


def require_apart(rights: Iterable[str]) -> None:
    """Refuses a set of rights that touches two administrations."""
    touched = sorted(administrations(rights))
    if len(touched) > 1:
        raise apart(touched[0].words, touched[1].words)


def require_holders_apart(accounts: Iterable[UUID], *, at: datetime) -> None:
    """Refuses if any of these accounts, in all its posts held now or later, touches two administrations."""
    held: defaultdict[UUID, set[str]] = defaultdict(set)
    posts = Post.objects.filter(open_after(at), account__in=accounts)
    for account, rights in posts.values_list("account_id", "role__rights"):
        held[account].update(rights)
    for both in held.values():
        require_apart(both)


def someone_appoints(*, at: datetime) -> bool:
    """Whether anyone whose account is open may appoint now."""
    posts = Post.objects.filter(open_after(at), since__lte=at, account__is_active=True)
    return posts.filter(role__rights__contains=[POSTS.code]).exists()


def require_someone_still_appoints(before: bool, *, at: datetime) -> None:
    """Refuses a change after which nobody could appoint anyone any more."""
    if before and not someone_appoints(at=at):
        raise Refusal(
            say(
                "Nobody could appoint anyone after this. Appoint another security administrator first.",
                "这样将没有人能够任免岗位，请先任命另一位安全管理员。",
            ),
            code="nobody_left_to_appoint",
        )
