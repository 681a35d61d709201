"""The access token: kept in the database for every process, renewed by one of them while the others wait."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from linli.domains.delivery.wechat.models import AccessToken
from linli.kernel.vault.ciphers import chosen, cipher

EARLY = timedelta(minutes=5)
"""It is renewed this long before it ends; the old one stays good for as long."""

Renew = Callable[[], tuple[str, timedelta]]


@transaction.atomic
def token_of(app: str, renew: Renew, *, at: datetime, not_: str = "") -> str:
    """The token that is good now; `not_` is one the other side has refused, however good it looks here."""
    AccessToken.objects.bulk_create([AccessToken(app=app)], ignore_conflicts=True)
    row = AccessToken.objects.select_for_update().get(pk=app)
    if row.until is not None and row.until - EARLY > at:
        known = _open(bytes(row.sealed))
        if known != not_:
            return known
    token, lasts = renew()
    row.sealed, row.until = _seal(token), at + lasts
    row.save(update_fields=["sealed", "until"])
    return token


def _seal(token: str) -> bytes:
    by = chosen()
    return bytes([by.code]) + by.seal(by.key_for(b"wechat token", _own()), token.encode(), b"")


def _open(sealed: bytes) -> str:
    by = cipher(sealed[0])
    return by.open(by.key_for(b"wechat token", _own()), sealed[1:], b"").decode()


def _own() -> bytes:
    return hmac.digest(settings.SECRET_KEY.encode(), b"linli.wechat.token", "sha256")
