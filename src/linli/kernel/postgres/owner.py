"""Who runs the server: ourselves, or, when we are root, a user and group of its own that nobody else has."""

from __future__ import annotations

import grp
import os
import pwd
import random
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from linli.kernel.postgres.trouble import Trouble
from linli.kernel.words import say

UNASSIGNED = range(60578, 61184)
"""User numbers that neither systemd nor Debian hands out (systemd's UIDS-GIDS document calls them unused)."""


@dataclass(frozen=True)
class Owner:
    """The user and group the server runs as; `scribe` is the named user that initdb insists on."""

    uid: int
    gid: int
    scribe: int

    @property
    def foreign(self) -> bool:
        """Whether the server runs as someone other than this process."""
        return self.uid != os.geteuid()

    def runs(self) -> dict[str, Any]:
        """Arguments that make `subprocess` start a program as the server's user."""
        return _as(self.uid, self.gid) if self.foreign else {}

    def writes(self) -> dict[str, Any]:
        """The same for initdb, which refuses to run as a user without a name."""
        return _as(self.scribe, self.gid) if self.foreign else {}

    def give(self, path: Path, *, to: int | None = None) -> None:
        """Make the server's user (or its scribe) the owner of everything under `path`."""
        if not self.foreign:
            return
        uid = self.uid if to is None else to
        os.lchown(path, uid, self.gid)
        for folder, folders, files in os.walk(path):
            for name in folders + files:
                os.lchown(Path(folder) / name, uid, self.gid)


def owner_of(data: Path) -> Owner:
    """Whoever owns the existing data; refused when that is somebody we cannot act as."""
    known = data.stat()
    if os.geteuid() not in (0, known.st_uid):
        raise Trouble(
            say(
                "The database in {data} belongs to another user (number {uid}): start Linli as that user or as root.",
                "{data} 里的数据库属于另一个用户（编号 {uid}）：请用那个用户或 root 启动邻里。",
                data=str(data),
                uid=known.st_uid,
            )
        )
    return Owner(known.st_uid, known.st_gid, _scribe())


def new_owner() -> Owner:
    """Ourselves; as root, a number with no account and no process, so that no other program shares it."""
    if os.geteuid() != 0:
        return Owner(os.geteuid(), os.getegid(), os.geteuid())
    number = random.choice(_free_numbers())  # noqa: S311 - spreads, guards nothing
    nobody = pwd.getpwuid(_scribe())
    for owner in (Owner(number, number, _scribe()), Owner(nobody.pw_uid, nobody.pw_gid, nobody.pw_uid)):
        if _possible(owner):
            return owner
    raise Trouble(
        say(
            "PostgreSQL never runs as root and this machine lets root be nobody else: start Linli as an ordinary user.",
            "PostgreSQL 不能以 root 运行，而这台机器不允许 root 换成别的用户：请用普通用户启动邻里。",
        )
    )


def _as(uid: int, gid: int) -> dict[str, Any]:
    return {"user": uid, "group": gid, "extra_groups": []}


def _scribe() -> int:
    accounts = pwd.getpwall()
    named = [account.pw_uid for account in accounts if account.pw_name == "nobody"]
    return (named + [account.pw_uid for account in accounts if account.pw_uid != 0])[0]


def _free_numbers() -> list[int]:
    known = {a.pw_uid for a in pwd.getpwall()} | {g.gr_gid for g in grp.getgrall()}
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(FileNotFoundError):  # it ended meanwhile
            known.add(process.stat().st_uid)
    return [number for number in UNASSIGNED if number not in known]


def _possible(owner: Owner) -> bool:
    try:
        return subprocess.run(["/bin/sh", "-c", ":"], check=False, **owner.runs()).returncode == 0
    except (OSError, ValueError):  # a container that maps only a few user numbers
        return False
