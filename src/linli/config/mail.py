"""How e-mail leaves: an SMTP server by `LINLI_SMTP_URL`, the demo's outbox, or not at all."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit


def mail(url: str, *, demo: bool) -> dict[str, Any]:
    """Django's e-mail settings for `smtp://user:password@host:587` (STARTTLS) or `smtps://…:465` (TLS)."""
    if not url:
        quiet = "linli.demo.outbox.EmailBackend" if demo else "django.core.mail.backends.dummy.EmailBackend"
        return {"EMAIL_BACKEND": quiet}
    parts = urlsplit(url)
    sealed = parts.scheme == "smtps"
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "",
        "EMAIL_PORT": parts.port or (465 if sealed else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": sealed,
        "EMAIL_USE_TLS": not sealed,
        "EMAIL_TIMEOUT": 20,
    }
