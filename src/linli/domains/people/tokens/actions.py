"""Issuing and revoking tokens."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from linli.domains.people.actor import Actor
from linli.domains.people.models import Account
from linli.domains.people.overseeing import require_over_account
from linli.domains.people.refusals import invalid, no_such
from linli.domains.people.rights import PEOPLE, require_anywhere
from linli.domains.people.tokens.models import Token
from linli.domains.people.tokens.vocabulary import TokenPurpose
from linli.domains.people.vocabulary import AccountKind
from linli.kernel.words import say

LONGEST, LONGEST_NAME = timedelta(days=366), 80
PREFIX = "linli_"
"""Lets a leaked token be found by those who scan for them."""


def token_digest(secret: str) -> bytes:
    """What is stored of a token: 32 bytes. Tokens are random, so a plain hash cannot be searched."""
    return hashlib.sha256(secret.encode()).digest()


def issue_token(
    *, account: UUID, name: str, purposes: Collection[TokenPurpose], lasts: timedelta, by: Actor, at: datetime
) -> str:
    """A new token for the account; the answer is the only time it is seen."""
    require_over_account(by, PEOPLE, account, at=at)
    holders = Account.objects.filter(pk=account, is_active=True)
    if not by.system:  # with a token for a colleague's account an administrator could act as that colleague
        holders = holders.filter(kind=AccountKind.SERVICE.value)
    if not holders.exists():
        raise no_such(say("machine account in use", "在用的系统对接账号"))
    _require_sound(name, purposes, lasts)
    secret = PREFIX + secrets.token_urlsafe(32)
    Token.objects.create(
        account_id=account,
        name=" ".join(name.split()),
        digest=token_digest(secret),
        purposes=sorted({purpose.value for purpose in purposes}),
        issued_by_id=by.account,
        issued_at=at,
        expires_at=at + lasts,
    )
    return secret


def _require_sound(name: str, purposes: Collection[TokenPurpose], lasts: timedelta) -> None:
    clean = " ".join(name.split())
    if not 0 < len(clean) <= LONGEST_NAME or not clean.isprintable():
        sentence = say("Say in 1 to 80 printable characters what it is for.", "请用 1 至 80 个可显示的字符写明用途。")
        raise invalid("name", sentence)
    if not purposes:
        raise invalid("purposes", say("Choose at least one purpose.", "请至少选择一种用途。"))
    if not timedelta() < lasts <= LONGEST:
        sentence = say("A token lasts a year at most. Choose a shorter time.", "令牌有效期最长一年，请选短一些。")
        raise invalid("lasts", sentence)


def revoke_token(*, token: UUID, by: Actor, at: datetime) -> None:
    """Stops a token at once; revoking it again changes nothing."""
    require_anywhere(by, PEOPLE)
    holder = Token.objects.filter(pk=token).values_list("account", flat=True).first()
    if holder is None:
        raise no_such(say("token", "令牌"))
    require_over_account(by, PEOPLE, holder, at=at)
    Token.objects.filter(pk=token, revoked_at=None).update(revoked_at=at)
