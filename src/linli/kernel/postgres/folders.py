"""Where one embedded server keeps its things, and how they are closed to everyone else on the machine."""

from __future__ import annotations

import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from linli.kernel.postgres.owner import Owner
from linli.kernel.postgres.trouble import Trouble
from linli.kernel.words import say

LONGEST_SOCKET = 103
"""Bytes in a socket's path that every Unix accepts (Linux 107, the BSDs 103)."""

SOCKET_NAME = ".s.PGSQL.5432"


@dataclass(frozen=True)
class Folders:
    """The root of one server's files: `data`, `socket`, `log` and two settings files."""

    root: Path

    @property
    def data(self) -> Path:
        """The cluster itself; owned by the server's user, closed to all others."""
        return self.root / "data"

    @property
    def log(self) -> Path:
        """A week of server logs, without statements or values."""
        return self.root / "log"

    @property
    def socket(self) -> Path:
        """The folder that holds the socket, wherever it had to be put."""
        return Path(os.path.realpath(self.root / "socket"))


def folders(home: Path) -> Folders:
    """The folders of the server of `home`; `home/postgres` may be a link when its parents are closed."""
    return Folders(Path(os.path.realpath(home / "postgres")))


def make_folders(home: Path, owner: Owner) -> Folders:
    """The same, made and closed: only the server's user and group may pass through the root of them."""
    root = home / "postgres"
    if not root.exists():
        root.unlink(missing_ok=True)  # a link into a folder that is gone
        root.mkdir(mode=0o700)
        if owner.foreign and not reachable(root.parent, owner):
            root.rmdir()
            root.symlink_to(_elsewhere())
    made = folders(home)
    if owner.foreign:
        os.chown(made.root, 0, owner.gid)
    made.root.chmod(0o710 if owner.foreign else 0o700)
    for folder in (made.log, made.root / "socket"):
        if not folder.is_symlink():
            folder.mkdir(mode=0o700, exist_ok=True)
            owner.give(folder)
    _shorten_socket(made, owner)
    return made


def reachable(path: Path, owner: Owner) -> bool:
    """Whether the server's user can pass through every folder down to `path`."""
    if not owner.foreign:
        return True
    probe = ["/bin/sh", "-c", 'test -x "$1"', "sh", str(path)]
    return subprocess.run(probe, check=False, cwd="/", **owner.runs()).returncode == 0


def _elsewhere() -> Path:
    """A new folder of root's own, for a home whose parents (such as /root) let no other user through."""
    try:
        return Path(tempfile.mkdtemp(prefix="linli-", dir="/var/lib"))
    except OSError as error:
        raise Trouble(
            say(
                "The folder above LINLI_HOME is closed to the database's user and /var/lib cannot be written: "
                "set LINLI_HOME to a folder others may pass through, such as /srv/linli.",
                "LINLI_HOME 的上级文件夹不让数据库用户通过，/var/lib 又不能写："
                "请把 LINLI_HOME 设到别人可以经过的地方，例如 /srv/linli。",
            )
        ) from error


def _shorten_socket(made: Folders, owner: Owner) -> None:
    """Put the socket in a private folder with a short name when its own path is too long for the system."""
    link = made.root / "socket"
    if len(os.fsencode(made.socket / SOCKET_NAME)) <= LONGEST_SOCKET and _private(made.socket, owner):
        return
    short = Path(tempfile.mkdtemp(prefix="linli-", dir=_runtime()))
    owner.give(short)
    if link.is_symlink():
        link.unlink()
    else:
        link.rmdir()
    link.symlink_to(short)


def _private(folder: Path, owner: Owner) -> bool:
    """Whether `folder` still is a folder of the server's user alone (temporary ones get swept away)."""
    if not folder.is_dir():
        return False
    seen = folder.stat()
    return seen.st_uid == owner.uid and seen.st_mode & 0o077 == 0


def _runtime() -> Path:
    user = Path(f"/run/user/{os.geteuid()}")
    if user.is_dir() and user.stat().st_uid == os.geteuid() and os.geteuid() != 0:
        return user
    if os.geteuid() == 0 and os.access("/run", os.W_OK):
        return Path("/run")
    return Path(tempfile.gettempdir())
