"""The database out and in again by PostgreSQL's own programs, never with the vault's keys."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from django.conf import settings
from django.db import connection
from psycopg.conninfo import make_conninfo

from linli.kernel.postgres import programs, version
from linli.kernel.refusal import Refusal
from linli.kernel.vault import KEY_TABLES
from linli.kernel.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.db.backends.postgresql.base import DatabaseWrapper

ADDRESS = ("host", "port", "user", "dbname", "sslmode", "sslrootcert", "sslcert", "sslkey")


def dump(to: Path) -> None:
    """Write one consistent picture of the database, whoever works in it meanwhile."""
    _must_not_be_newer()
    leave_out = [f"--exclude-table-data={table}" for table in KEY_TABLES]
    _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", *leave_out, f"--file={to}")


def load(from_: Path) -> None:
    """Put a dump into the empty database, whole or not at all."""
    _must_not_be_newer()
    _run("pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", str(from_))


def empty() -> bool:
    """Whether the database has no table yet."""
    with connection.cursor() as cursor:
        return not connection.introspection.table_names(cursor)


@contextmanager
def replacing() -> Iterator[None]:
    """Put what is in the database aside; drop it when the block ends well, bring it back when it fails."""
    _say("ALTER SCHEMA public RENAME TO before_restore", "CREATE SCHEMA public")
    try:
        yield
    except BaseException:
        _say("DROP SCHEMA public CASCADE", "ALTER SCHEMA before_restore RENAME TO public")
        raise
    _say("DROP SCHEMA before_restore CASCADE")


def sign() -> None:
    """Name this command's connections, before the first is made, so that it does not take them for others'."""
    settings.DATABASES["default"]["OPTIONS"]["application_name"] = HERE


def _say(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def used_by_others() -> bool:
    """Whether anyone else is connected to it, such as pages still served."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND application_name IS DISTINCT FROM %s",
            [HERE],
        )
        return bool(cursor.fetchone()[0])


HERE = f"linli {os.getpid()}"
"""How the connections of this very command call themselves."""


def _must_not_be_newer() -> None:
    theirs = cast("DatabaseWrapper", connection).pg_version // 10000
    ours = int(version().split(".")[0])
    if theirs > ours:
        raise Refusal(
            say(
                "The server is PostgreSQL {theirs}, the programs here are of {ours} and cannot read it: "
                "use the server's own pg_dump --format=custom --exclude-table-data={tables}, or a newer Linli.",
                "数据库服务器是 PostgreSQL {theirs}，这里的程序是 {ours}，读不了它：请用服务器自带的 "
                "pg_dump --format=custom --exclude-table-data={tables}，或升级邻里。",
                theirs=theirs,
                ours=ours,
                tables=",".join(KEY_TABLES),
            ),
            code="newer_server",
        )


def _run(program: str, *arguments: str) -> None:
    given = {key: value for key, value in connection.get_connection_params().items() if key in ADDRESS}
    address = make_conninfo("", **given, application_name=HERE)
    secret = {"PGPASSWORD": str(connection.settings_dict["PASSWORD"])}
    where = "--dbname=" + address
    done = subprocess.run(
        [programs() / program, where, *arguments],
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", **secret},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Refusal(
            say(
                "{program} failed; nothing was changed. It said: {told}",
                "{program} 没有成功，什么都没有改变。它说：{told}",
                program=program,
                told=done.stderr.strip()[-400:],
            )
        )
