"""Opening and closing the accounts of those who work here."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from linli.domains.people.actions.posts import end_all_posts
from linli.domains.people.actor import Actor
from linli.domains.people.models import Account
from linli.domains.people.overseeing import require_over_account
from linli.domains.people.refusals import invalid, no_such, not_to_yourself
from linli.domains.people.rights import PEOPLE, require_anywhere
from linli.domains.people.vocabulary import AccountKind
from linli.kernel.words import say

_USERNAME = re.compile(r"[\w.@-]{2,64}")


def open_staff_account(
    *, username: str, display_name: str, email: str = "", by: Actor, at: datetime, kind: AccountKind = AccountKind.STAFF
) -> UUID:
    """An account for a member of staff (or a machine), without a password yet: sign-in sets the first one."""
    require_anywhere(by, PEOPLE)
    account = Account(
        kind=kind.value,
        username=clean_username(username),
        display_name=_clean_name(display_name),
        email=email.strip(),
        opened_at=at,
    )
    account.set_unusable_password()
    try:
        with transaction.atomic():
            account.save(force_insert=True)
    except IntegrityError:
        taken = say(
            "The username {name} is taken. Choose another one.",
            "用户名 {name} 已被使用，请换一个。",
            name=account.username,
        )
        raise invalid("username", taken) from None
    return account.pk


@transaction.atomic
def close_account(*, account: UUID, by: Actor, at: datetime) -> None:
    """Closes an account and ends its posts; what it did stays under its name."""
    require_over_account(by, PEOPLE, account, at=at)
    if account == by.account:
        raise not_to_yourself()
    if not Account.objects.filter(pk=account).update(is_active=False):
        raise no_such(say("account", "账号"))
    end_all_posts(account=account, by=by, at=at)


def reopen_account(*, account: UUID, by: Actor, at: datetime) -> None:
    """Opens a closed account again, without any of its former posts."""
    require_over_account(by, PEOPLE, account, at=at)
    if not Account.objects.filter(pk=account, person__erased_at=None).update(is_active=True):
        raise no_such(say("account", "账号"))


def clean_username(username: str) -> str:
    """The username as it is stored and looked up: one form, small letters."""
    clean = unicodedata.normalize("NFKC", username).strip().lower()
    if _USERNAME.fullmatch(clean):
        return clean
    sentence = say(
        "A username has 2 to 64 letters, figures or . _ - @ without spaces. Choose another one.",
        "用户名须为 2 至 64 个字母、汉字、数字或 . _ - @，且不含空格，请修改。",
    )
    raise invalid("username", sentence)


def _clean_name(name: str) -> str:
    clean = " ".join(name.split())
    if 0 < len(clean) <= 64 and clean.isprintable():
        return clean
    sentence = say(
        "A member of staff acts under a name of 1 to 64 characters. Enter it.", "请填写工作人员姓名，1 至 64 个字。"
    )
    raise invalid("display_name", sentence)
