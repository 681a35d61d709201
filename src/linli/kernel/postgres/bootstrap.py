"""The making of a new cluster: no superuser can ever log in, the application's role owns its database."""

from __future__ import annotations

import shutil
from pathlib import Path

from linli.kernel.postgres.binaries import BRANCH, programs, version
from linli.kernel.postgres.completing import completed
from linli.kernel.postgres.folders import Folders, reachable
from linli.kernel.postgres.owner import Owner
from linli.kernel.postgres.trouble import Trouble
from linli.kernel.words import say

ROLE = DATABASE = "linli"
INITDB = [
    *("--username=postgres", "--auth=reject", "--encoding=UTF8", "--locale=C", "--no-instructions"),
    *("--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
]
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C"}
"""What the server is told of our environment: nothing, for ours holds secrets."""


def server_programs(folders: Folders, owner: Owner) -> Path:
    """The programs where the server's user can reach them: the wheel's, or a copy beside the data."""
    source = programs()
    if reachable(source, owner):
        return source
    copy = folders.root / f"programs-{version()}"
    if not copy.exists():
        for old in folders.root.glob("programs-*"):
            shutil.rmtree(old)
        fresh = folders.root / "programs-new"
        shutil.copytree(source.parent, fresh / "wheel" / BRANCH, ignore=shutil.ignore_patterns("include", "pgxs"))
        libraries = source.parent.parent.with_suffix(".libs")
        shutil.copytree(libraries, fresh / libraries.name)
        fresh.rename(copy)
        copy.chmod(0o755)
    return copy / "wheel" / BRANCH / "bin"


def make_cluster(folders: Folders, owner: Owner, *, password: str) -> None:
    """Make the cluster beside its place and move it there whole, so that a crash leaves none or all of it."""
    fresh = folders.data.with_suffix(".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(mode=0o700)
    owner.give(fresh, to=owner.scribe)
    where = server_programs(folders, owner)
    _run([where / "initdb", "-D", fresh, *INITDB], fresh, owner)
    literal = "'" + password.replace("'", "''") + "'"
    told = f"CREATE ROLE {ROLE} LOGIN CREATEDB PASSWORD {literal};\nCREATE DATABASE {DATABASE} OWNER {ROLE};\n"
    _run([where / "postgres", "--single", "-D", fresh, "postgres"], fresh, owner, told)
    owner.give(fresh)
    fresh.rename(folders.data)


def _run(command: list[str | Path], folder: Path, owner: Owner, given: str = "") -> None:
    code, complaint = completed(command, given=given, cwd=folder, env=ENVIRONMENT, **owner.writes())
    if code or "ERROR:" in complaint:
        raise Trouble(
            say(
                "PostgreSQL could not make its files in {folder}: {reason}",
                "PostgreSQL 无法在 {folder} 建立数据文件：{reason}",
                folder=str(folder),
                reason=complaint.strip()[-500:],
            )
        )
