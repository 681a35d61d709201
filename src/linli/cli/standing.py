"""What a command stands on: a running database of the right shape, and Django set up over it."""

from __future__ import annotations

import os
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, cast

from linli.kernel.postgres import held

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.backends.postgresql.base import DatabaseWrapper

MIGRATING = 20261123
"""The advisory lock that lets one of several starting machines change the tables."""


@contextmanager
def standing() -> Iterator[None]:
    """Django over a running database: the embedded server is started where it is used and not yet running."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "linli.config.settings")
    import django  # noqa: PLC0415 - the settings are read only once the environment says which
    from django.conf import settings  # noqa: PLC0415

    with held(settings.EMBEDDED) if settings.EMBEDDED else nullcontext() as server:
        if server:
            settings.DATABASES["default"]["HOST"] = str(server.folders.socket)  # known once it runs
        django.setup()
        try:
            yield
        finally:
            let_go()


def let_go() -> None:
    """Close every database connection of this process, and the threads that keep them."""
    from django.db import connections  # noqa: PLC0415

    for connection in connections.all(initialized_only=True):
        connection.close()
        cast("DatabaseWrapper", connection).close_pool()


def bring_up_to_date() -> bool:
    """Make the tables what this version needs; whether anything had to be changed."""
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_lock(%s)", [MIGRATING])
        try:
            executor = MigrationExecutor(connection)
            waiting = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
            if waiting:
                call_command("migrate", verbosity=0, interactive=False)
        finally:
            cursor.execute("select pg_advisory_unlock(%s)", [MIGRATING])
    return waiting


def lay_out_files() -> None:
    """Collect pictures, styles and scripts, hashed and joined, to where the web processes serve them from."""
    from django.core.management import call_command  # noqa: PLC0415
    from django.test import override_settings  # noqa: PLC0415

    laid_out = {**_storages(), "staticfiles": {"BACKEND": "linli.design.storage.StaticFiles"}}
    with override_settings(STORAGES=laid_out):
        call_command("collectstatic", verbosity=0, interactive=False)


def _storages() -> dict[str, dict[str, str]]:
    from django.conf import settings  # noqa: PLC0415

    return dict(settings.STORAGES)
