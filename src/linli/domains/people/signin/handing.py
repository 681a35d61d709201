"""First passwords: made by the house, handed over once, replaced by their owner at the first sign-in."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.domains.people.actions import open_staff_account
from linli.domains.people.actor import Actor
from linli.domains.people.models import Account
from linli.domains.people.overseeing import require_over_account
from linli.domains.people.refusals import no_such, not_to_yourself
from linli.domains.people.signin.log import note
from linli.domains.people.signin.models import Session
from linli.domains.people.signin.passwords import set_password
from linli.domains.people.signin.recovery import LETTERS
from linli.domains.people.signin.rights import UNLOCK
from linli.domains.people.signin.vocabulary import Door, Happening
from linli.domains.people.vocabulary import AccountKind
from linli.kernel.words import say

GROUPS, LENGTH = 3, 4


@dataclass(frozen=True, slots=True)
class Handed:
    """An account and its first password, which nobody sees a second time."""

    account: UUID
    username: str
    password: str = field(repr=False)


@transaction.atomic
def open_with_password(*, username: str, display_name: str, email: str = "", by: Actor, at: datetime) -> Handed:
    """A staff account with a first password; its owner chooses another, and a second factor, at the first sign-in."""
    account = open_staff_account(username=username, display_name=display_name, email=email, by=by, at=at)
    note(Happening.ACCOUNT_OPENED, door=Door.STAFF, account=account, by=by.account, at=at)
    return _hand(account, at=at)


@transaction.atomic
def renew_password(account: UUID, *, by: Actor, at: datetime) -> Handed:
    """A first password for someone who forgot theirs, an act of security administration. Signs them out.

    The second factor stays: who holds the new password alone does not get in.
    """
    require_over_account(by, UNLOCK, account, at=at)
    if account == by.account:
        raise not_to_yourself()
    handed = _hand(account, at=at)
    Session.objects.filter(account=account).delete()
    note(Happening.PASSWORD_SET, door=Door.STAFF, account=account, by=by.account, at=at)
    return handed


def _hand(account: UUID, *, at: datetime) -> Handed:
    found = Account.objects.select_for_update().filter(pk=account, kind=AccountKind.STAFF.value, is_active=True).first()
    if found is None:
        raise no_such(say("account in use", "在用账号"))
    password = "-".join("".join(secrets.choice(LETTERS) for _ in range(LENGTH)) for _ in range(GROUPS))
    set_password(found, password, temporary=True, at=at)
    return Handed(found.pk, str(found.username), password)
