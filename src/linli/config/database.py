"""Which PostgreSQL: one's own by `LINLI_DATABASE_URL`, else the embedded one under `LINLI_HOME`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


def database(home: Path) -> dict[str, Any]:
    """Django's database setting, from the environment."""
    url = os.environ.get("LINLI_DATABASE_URL")
    place = _from_url(url) if url else {"HOST": str(home / "postgres" / "socket"), "USER": "linli", "NAME": "linli"}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"application_name": "linli"},
        **place,
    }


def _from_url(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    return {
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "NAME": parts.path.lstrip("/"),
    }
