"""Authenticator apps: time-based codes (RFC 6238, SHA-1, six figures, 30 seconds), each usable once."""

from __future__ import annotations

import base64
import hmac
import secrets
from datetime import datetime
from urllib.parse import quote, urlencode
from uuid import UUID

from django.conf import settings

from linli.domains.people.signin.models import AuthenticatorApp
from linli.domains.people.signin.secrets import digest, seal, unseal

STEP = 30
DRIFT = (-1, 0, 1)
"""Steps a phone's clock may be off."""


def new_secret() -> str:
    """160 random bits in base32, as apps expect them."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def demo_secret(username: str) -> str:
    """The secret of a made-up member of staff: the same for as long as the demo lives, different in every demo."""
    return base64.b32encode(digest("demo-app", username.encode())[:20]).decode()


def address(secret: str, *, label: str) -> str:
    """The otpauth:// address a QR code carries."""
    issuer = str(settings.SIGNIN_ISSUER)
    given = urlencode({"secret": secret, "issuer": issuer}, quote_via=quote)
    return f"otpauth://totp/{quote(f'{issuer}:{label}')}?{given}"


def code_at(secret: str, step: int) -> str:
    """The six figures of one time step (RFC 4226 dynamic truncation)."""
    mac = hmac.digest(base64.b32decode(secret, casefold=True), step.to_bytes(8), "sha1")
    offset = mac[-1] & 0x0F
    return f"{(int.from_bytes(mac[offset : offset + 4]) & 0x7FFFFFFF) % 10**6:06}"


def current_code(secret: str, *, at: datetime) -> str:
    """What an app with this secret shows at that moment."""
    return code_at(secret, int(at.timestamp()) // STEP)


def matching_step(secret: str, typed: str, *, at: datetime) -> int | None:
    """The time step the typed code belongs to, within the drift allowed; every candidate is compared in full."""
    now = int(at.timestamp()) // STEP
    given = typed.replace(" ", "").encode()
    found = [
        step for step in (now + off for off in DRIFT) if hmac.compare_digest(code_at(secret, step).encode(), given)
    ]
    return found[0] if found else None


def offer(account: UUID, secret: str) -> str:
    """The secret sealed for the browser's session, while it waits for the app's first code."""
    return seal("offer", account, secret).hex()


def offered(account: UUID, sealed: str) -> str:
    """The secret offered to this account."""
    return unseal("offer", account, bytes.fromhex(sealed))


def add(account: UUID, secret: str, *, at: datetime) -> None:
    """Binds an app to the account, in place of the one it had."""
    AuthenticatorApp.objects.update_or_create(
        account=account, defaults={"secret": seal("app", account, secret), "added_at": at, "last_step": 0}
    )


def check(account: UUID, typed: str, *, at: datetime) -> bool:
    """Whether this is the app's code now, and was not used before: the step moves on in one statement."""
    app = AuthenticatorApp.objects.filter(account=account).first()
    if app is None:
        return False
    step = matching_step(unseal("app", account, app.secret), typed, at=at)
    if step is None:
        return False
    return bool(AuthenticatorApp.objects.filter(account=account, last_step__lt=step).update(last_step=step))
