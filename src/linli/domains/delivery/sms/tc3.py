"""The TC3-HMAC-SHA256 signature (Tencent Cloud API 3.0, "Signature v3"), for POST with a JSON body."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256

ALGORITHM = "TC3-HMAC-SHA256"


def authorization(*, key: str, secret: str, service: str, headers: Mapping[str, str], body: bytes, at: int) -> str:
    """The Authorization header that signs `headers` (names in lower case) and `body` at the Unix time `at`."""
    signed = ";".join(sorted(headers))
    scope = f"{datetime.fromtimestamp(at, UTC):%Y-%m-%d}/{service}/tc3_request"
    to_sign = "\n".join((ALGORITHM, str(at), scope, _digest(_canonical(headers, signed, body))))
    signature = hmac.new(_signing_key(secret, scope), to_sign.encode(), sha256).hexdigest()
    return f"{ALGORITHM} Credential={key}/{scope}, SignedHeaders={signed}, Signature={signature}"


def _canonical(headers: Mapping[str, str], signed: str, body: bytes) -> bytes:
    """Method, address (always "/"), query (none for POST), headers, their names, digest of the body."""
    lines = "".join(f"{name}:{headers[name].strip().lower()}\n" for name in signed.split(";"))
    return "\n".join(("POST", "/", "", lines, signed, _digest(body))).encode()


def _signing_key(secret: str, scope: str) -> bytes:
    key = f"TC3{secret}".encode()
    for part in scope.split("/"):
        key = hmac.new(key, part.encode(), sha256).digest()
    return key


def _digest(octets: bytes) -> str:
    return sha256(octets).hexdigest()
