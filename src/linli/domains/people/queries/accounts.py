"""Accounts of those who work here, for whoever manages or appoints them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from linli.domains.people.actor import Actor
from linli.domains.people.models import Account
from linli.domains.people.overseeing import overseen
from linli.domains.people.refusals import no_such
from linli.domains.people.rights import AUDIT_READ, PEOPLE, POSTS
from linli.domains.people.vocabulary import AccountKind
from linli.kernel.refusal import NotAllowed
from linli.kernel.words import say

ADMINISTRATORS = (PEOPLE, POSTS, AUDIT_READ)
"""Rights of those who see accounts, where their posts are."""


@dataclass(frozen=True, slots=True)
class AccountSeen:
    """A staff or machine account; never a resident's."""

    id: UUID
    kind: AccountKind
    username: str
    display_name: str
    email: str
    active: bool
    last_seen: datetime | None


def accounts(*, by: Actor, name: str = "") -> list[AccountSeen]:
    """Accounts by part of their name or username, for administrators."""
    _require_administrator(by)
    found = _overseen(by)
    if name.strip():
        found = found.filter(Q(display_name__icontains=name.strip()) | Q(username__icontains=name.strip()))
    return [seen(each) for each in found.order_by("display_name", "username")]


def account(account: UUID, *, by: Actor) -> AccountSeen:
    """One account, for administrators where it has a post, and its holder."""
    if by.account == account:
        found = Account.objects.exclude(kind=AccountKind.RESIDENT.value).filter(pk=account).first()
    else:
        _require_administrator(by)
        found = _overseen(by).filter(pk=account).first()
    if found is None:
        raise no_such(say("account", "账号"))
    return seen(found)


def _overseen(by: Actor) -> QuerySet[Account]:
    return Account.objects.exclude(kind=AccountKind.RESIDENT.value).filter(overseen(by, *ADMINISTRATORS))


def _require_administrator(by: Actor) -> None:
    if not by.system and not by.rights & {right.code for right in ADMINISTRATORS}:
        raise NotAllowed(
            say(
                "Only administrators see the list of accounts. Ask one of them.",
                "只有管理员可以查看账号列表，请联系管理员。",
            )
        )


def seen(found: Account) -> AccountSeen:
    """One row as a value."""
    return AccountSeen(
        found.pk,
        AccountKind(found.kind),
        found.username or "",
        found.display_name,
        found.email,
        found.is_active,
        found.last_seen,
    )
