"""A call sent twice under one key: its effect happens once, and the second is told what the first was told.

Effect and answer commit together, so there is never one without the other. An answer may hold a tracking code: it
lies here sealed under the caller's own token and key, of which only digests are kept.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import connection, transaction

from linli.domains.people.tokens.models import KeptAnswer
from linli.kernel.refusal import Invalid
from linli.kernel.vault.ciphers import chosen, cipher
from linli.kernel.words import say

KEPT = timedelta(days=1)
"""How long, at least, an answer can be had again."""

CLAIM = """
INSERT INTO tokens_keptanswer AS kept (key, asked, at) VALUES (%s, %s, %s)
ON CONFLICT (key) DO UPDATE SET at = kept.at RETURNING asked, sealed
"""
# The update changes nothing: it waits for whoever is just doing the same, and then reads what they were told.

USED = say(
    "This Idempotency-Key was used for another call. Use a new key for each new call.",
    "这个 Idempotency-Key 已用于另一次调用。每次新的调用请用新的键。",
)


@transaction.atomic
def answer_once(token: str, key: str, *, asked: bytes, at: datetime, act: Callable[[], str]) -> str:
    """What `act` answers, or answered to the same token and key before; a refusal is not kept.

    `asked` is a digest of the call. `Invalid` where the key was used for another one.
    """
    name = _derived(token, key, b"name")
    with connection.cursor() as cursor:
        cursor.execute(CLAIM, [name, asked, at])
        before, sealed = cursor.fetchone()
    if bytes(before) != asked:
        raise Invalid(USED)
    if sealed is not None:
        return _unseal(token, key, bytes(sealed))
    answer = act()
    KeptAnswer.objects.filter(pk=name).update(sealed=_seal(token, key, answer))
    return answer


def sweep(*, at: datetime) -> int:
    """Forgets answers that nobody asks for any more; says how many."""
    return KeptAnswer.objects.filter(at__lt=at - KEPT).delete()[0]


def _seal(token: str, key: str, answer: str) -> bytes:
    by = chosen()
    return bytes([by.code]) + by.seal(by.key_for(b"answer", _derived(token, key, b"seal")), answer.encode(), b"")


def _unseal(token: str, key: str, sealed: bytes) -> str:
    by = cipher(sealed[0])
    return by.open(by.key_for(b"answer", _derived(token, key, b"seal")), sealed[1:], b"").decode()


def _derived(token: str, key: str, use: bytes) -> bytes:
    """32 bytes for one use; the token is random, so nobody without it finds them."""
    return hmac.digest(token.encode(), use + b"\0" + key.encode(), "sha256")
