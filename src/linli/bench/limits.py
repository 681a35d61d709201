"""What the machine itself gives: pgbench for the database, an empty Django view for the application."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import connection

from linli.bench.cpu import spent
from linli.bench.figures import MS, Measured
from linli.bench.serving import Visitor, Web, serving
from linli.kernel.postgres import programs

EMPTY = "linli.bench.empty:application"
DATABASE = "linli_pgbench"
SECONDS = 2
VIEWS = 200
ROUNDS = 5
DONE = re.compile(r"transactions actually processed: (\d+)")
SCRIPTS = {"simple update": "--skip-some-updates", "select": "--select-only"}


def limits(database: int) -> Iterator[Measured]:
    """Processor time of one empty view, one pgbench update and one select."""
    yield Measured("limit: empty Django view", _empty_view(), MS)
    with _pgbench_database():
        _pgbench("--initialize", "--quiet", "--scale=10")
        for words, script in SCRIPTS.items():
            before = spent(database)
            said = _pgbench(script, "--client=2", f"--time={SECONDS}", "--no-vacuum")
            taken = spent(database) - before
            found = DONE.search(said)
            if not found:
                raise RuntimeError(f"pgbench did not say how much it did: {said[-400:]}")
            yield Measured(f"limit: pgbench {words}", taken / int(found[1]), MS)


def _empty_view() -> float:
    with serving(EMPTY) as web:
        visitor = Visitor(web)
        for _ in range(VIEWS):
            visitor.get("/")
        return min(_round(visitor, web) for _ in range(ROUNDS))


def _round(visitor: Visitor, web: Web) -> float:
    before = spent(web.pid)
    for _ in range(VIEWS):
        visitor.get("/")
    return (spent(web.pid) - before) / VIEWS


@contextmanager
def _pgbench_database() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {DATABASE}")
        try:
            yield
        finally:
            cursor.execute(f"DROP DATABASE {DATABASE}")


def _pgbench(*arguments: str) -> str:
    place: dict[str, Any] = settings.DATABASES["default"]
    secret = {"PGPASSWORD": place["PASSWORD"], "PGHOST": place["HOST"], "PGUSER": place["USER"]}
    command = [str(programs() / "pgbench"), *arguments, DATABASE]
    done = subprocess.run(command, env={**os.environ, **secret}, capture_output=True, text=True, check=True)
    return done.stdout
