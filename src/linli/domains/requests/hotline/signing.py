"""Signed calls, both ways: an HMAC over method, path, time, nonce and body, and the reasons not to believe one."""

from __future__ import annotations

import hmac as compare
from collections.abc import Mapping
from datetime import datetime, timedelta
from secrets import token_hex

from cryptography.hazmat.primitives import hashes, hmac
from django.conf import settings

from linli.domains.requests.hotline.models import HeardCall
from linli.domains.requests.hotline.refusals import forged, not_connected, outdated, replayed
from linli.domains.requests.hotline.wire import Signing

DIGESTS: dict[str, type[hashes.HashAlgorithm]] = {"hmac-sha256": hashes.SHA256, "hmac-sm3": hashes.SM3}
LONGEST_NONCE = 80


def signature(*, secret: str, digest: str, method: str, path: str, stamp: str, nonce: str, body: bytes) -> str:
    """The signature in hexadecimal; `path` with its query."""
    keyed = hmac.HMAC(secret.encode(), DIGESTS[digest]())
    keyed.update("\n".join((method, path, stamp, nonce, "")).encode() + body)
    return keyed.finalize().hex()


def signed_headers(by: Signing, *, method: str, path: str, body: bytes, at: datetime) -> dict[str, str]:
    """The headers of a call of ours."""
    stamp, nonce = str(int(at.timestamp())), token_hex(16)
    signed = signature(
        secret=settings.HOTLINE_SECRET,
        digest=by.digest,
        method=method,
        path=path,
        stamp=stamp,
        nonce=nonce,
        body=body,
    )
    return {by.key: settings.HOTLINE_KEY, by.timestamp: stamp, by.nonce: nonce, by.signature: signed}


def check_signed(by: Signing, *, method: str, path: str, headers: Mapping[str, str], body: bytes, at: datetime) -> None:
    """Raises the Refusal of a call that is not the city's, too old, or heard before; remembers its nonce.

    Within the caller's transaction: a call whose effect failed may come again as it was.
    """
    if not settings.HOTLINE_SECRET:
        raise not_connected()
    key, stamp, nonce, signed = (headers.get(name, "") for name in (by.key, by.timestamp, by.nonce, by.signature))
    if not (stamp.isascii() and stamp.isdecimal() and len(stamp) < 12 and 8 <= len(nonce) <= LONGEST_NONCE):
        raise forged()
    right = signature(
        secret=settings.HOTLINE_SECRET,
        digest=by.digest,
        method=method,
        path=path,
        stamp=stamp,
        nonce=nonce,
        body=body,
    )
    known = compare.compare_digest(key.encode(), settings.HOTLINE_KEY.encode())
    if not compare.compare_digest(right.encode(), signed.lower().encode()) or not known:
        raise forged()
    if abs(at.timestamp() - int(stamp)) > by.window_seconds:
        raise outdated()
    if "\x00" in nonce or not _first(nonce, at=at):
        raise replayed()


def forget_calls(*, at: datetime) -> int:
    """Forgets nonces whose calls would be refused as outdated anyway; says how many."""
    return HeardCall.objects.filter(at__lt=at - timedelta(days=1)).delete()[0]


def _first(nonce: str, *, at: datetime) -> bool:
    """Whether nobody used this nonce yet; two at once wait for one another."""
    _, new = HeardCall.objects.get_or_create(nonce=nonce, defaults={"at": at})
    return new
