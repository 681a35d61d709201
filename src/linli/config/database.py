"""Which PostgreSQL: one's own by `LINLI_DATABASE_URL`, else the embedded one under `LINLI_HOME`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from linli.config.secrets import secret
from linli.kernel.postgres import DATABASE, ROLE, Server, folders

if TYPE_CHECKING:
    from pathlib import Path

SAFETY = "-c idle_in_transaction_session_timeout=10s"
"""A forgotten transaction would hold back the numbering of the record: it is ended."""

PATIENCE = 10
"""Seconds to wait for a connection. A pool that tries longer for a new one tries ever more seldom."""

PREPARED = {"server_side_binding": True, "prepare_threshold": 3}
"""A statement's third run on a connection is prepared: parsed once, and planned once where that is as good.

Where it is not, see `linli.kernel.postgres.planning`.
"""


def own_server() -> str:
    """The address of a server of one's own, or nothing: then the embedded one is used."""
    return os.environ.get("LINLI_DATABASE_URL", "")


def embedded(home: Path) -> Server:
    """The embedded server of this deployment, running or not."""
    return Server(home, password=secret(home, "postgres"))


def database(home: Path) -> dict[str, Any]:
    """Django's database setting, from the environment.

    `LINLI_DATABASE_CONNECTIONS` bounds the connections of one process (default 20).
    """
    most = int(os.environ.get("LINLI_DATABASE_CONNECTIONS", "20"))
    pool = {"min_size": 1, "max_size": most, "timeout": PATIENCE, "reconnect_timeout": PATIENCE}
    place = _from_url(own_server()) if own_server() else _from_home(home)
    given = place.pop("OPTIONS", {})
    options = {"application_name": "linli", "options": SAFETY, "pool": pool, **PREPARED, **given}
    return {
        "ENGINE": "linli.kernel.postgres.backend",
        "CONN_MAX_AGE": 0,  # connections go back to the pool, which keeps them open
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
        **place,
    }


def _from_home(home: Path) -> dict[str, Any]:
    return {
        "HOST": str(folders(home).socket),
        "USER": ROLE,
        "PASSWORD": secret(home, "postgres"),
        "NAME": DATABASE,
    }


def _from_url(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres") or not parts.path.strip("/"):
        raise ImproperlyConfigured(
            "LINLI_DATABASE_URL must look like postgresql://user:password@host:5432/database"
            " / LINLI_DATABASE_URL 应写成 postgresql://用户:密码@主机:5432/数据库"
        )
    return {
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "NAME": unquote(parts.path.lstrip("/")),
        "OPTIONS": dict(parse_qsl(parts.query)),
    }
