"""Recovery codes: ten single-use ways in for whoever lost their second factor, shown once and kept as digests."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.domains.people.signin.models import RecoveryCode
from linli.domains.people.signin.secrets import digest

HOW_MANY = 10
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Nothing that is read as something else: no I, L, O, 0, 1."""
LENGTH = 10


def make(account: UUID) -> list[str]:
    """A fresh set, in place of any old one; this is the only time anyone sees them."""
    codes = [_one() for _ in range(HOW_MANY)]
    with transaction.atomic():
        RecoveryCode.objects.filter(account=account).delete()
        RecoveryCode.objects.bulk_create(RecoveryCode(account=account, digest=_digest(account, code)) for code in codes)
    return codes


def use(account: UUID, typed: str, *, at: datetime) -> bool:
    """Whether this is an unused code of the account; it is used up by asking."""
    unused = RecoveryCode.objects.filter(account=account, digest=_digest(account, typed), used_at__isnull=True)
    return bool(unused.update(used_at=at))


def left(account: UUID) -> int:
    """How many codes are unused."""
    return RecoveryCode.objects.filter(account=account, used_at__isnull=True).count()


def _one() -> str:
    letters = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    return f"{letters[:5]}-{letters[5:]}"


def _digest(account: UUID, code: str) -> bytes:
    return digest("recovery", account.bytes + "".join(filter(str.isalnum, code)).upper().encode())
