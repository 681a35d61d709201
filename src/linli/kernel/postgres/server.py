"""Starts and stops one embedded server: the same call whether it is new, running, stopped or killed."""

from __future__ import annotations

import os
import shlex
import signal
import time
from contextlib import contextmanager
from dataclasses import dataclass
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from linli.kernel.postgres.binaries import version
from linli.kernel.postgres.bootstrap import DATABASE, ENVIRONMENT, ROLE, make_cluster, server_programs
from linli.kernel.postgres.completing import completed
from linli.kernel.postgres.configuration import write_configuration
from linli.kernel.postgres.folders import Folders, folders, make_folders
from linli.kernel.postgres.liveness import clear_remains, members, postmaster
from linli.kernel.postgres.owner import Owner, new_owner, owner_of
from linli.kernel.postgres.trouble import Trouble
from linli.kernel.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

STARTING = 600
"""Seconds a start may take; recovering from a crash can take minutes."""

STOPPING = 60


@dataclass(frozen=True)
class Server:
    """The embedded server of one `home`. `durable=False` and `port` (on 127.0.0.1) are for tests."""

    home: Path
    password: str
    durable: bool = True
    port: int | None = None

    @property
    def folders(self) -> Folders:
        """Where it keeps its things."""
        return folders(self.home)

    @property
    def running(self) -> bool:
        """Whether its postmaster lives."""
        return postmaster(self.folders.data) is not None

    def start(self) -> bool:
        """Start it unless it runs, however it ended; returns once it answers, with whether it had to be started."""
        with self._alone():
            if self._answers():
                return False
            owner = owner_of(self.folders.data) if self.folders.data.exists() else new_owner()
            made = make_folders(self.home, owner)
            if made.data.exists():
                _same_version(made)
                clear_remains(made.data, made.socket)
            else:
                make_cluster(made, owner, password=self.password)
            write_configuration(made, owner, durable=self.durable, port=self.port)
            self._launch(made, owner)
            return True

    def stop(self) -> None:
        """End every connection and stop it, data flushed; returns when its last process is gone."""
        with self._alone():
            number = postmaster(self.folders.data)
            if number is None:
                return
            os.kill(number, signal.SIGINT)  # PostgreSQL's "fast" stop
            until = time.monotonic() + STOPPING
            while members(self.folders.data):
                if time.monotonic() > until:
                    raise Trouble(
                        say(
                            "PostgreSQL (process {number}) did not stop within a minute: look at {log}.",
                            "PostgreSQL（进程 {number}）一分钟内没有停下：请查看 {log}。",
                            number=number,
                            log=str(self.folders.log),
                        )
                    )
                time.sleep(0.02)

    def connect(self) -> psycopg.Connection:
        """A connection as the application's role."""
        where = str(self.folders.socket)
        return psycopg.connect(
            host=where, port=self.port, user=ROLE, password=self.password, dbname=DATABASE, connect_timeout=5
        )

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Starters and stoppers take turns; the kernel frees the turn of one that dies."""
        self.home.mkdir(parents=True, exist_ok=True)
        with (self.home / "postgres.lock").open("a") as lock:
            flock(lock, LOCK_EX)
            yield

    def _launch(self, made: Folders, owner: Owner) -> None:
        told = made.log / "start.log"
        told.unlink(missing_ok=True)
        settings = f"-c config_file={shlex.quote(str(made.root / 'postgresql.conf'))}"
        starter = server_programs(made, owner) / "pg_ctl"
        code, _ = completed(
            [
                starter,
                "start",
                "--wait",
                "--silent",
                f"--timeout={STARTING}",
                f"--log={told.name}",
                f"--options={settings}",
            ],
            env={**ENVIRONMENT, "PGDATA": str(made.data)},
            cwd=made.log,
            **owner.runs(),
        )
        if code or not self._answers():
            raise self._silent()

    def _answers(self) -> bool:
        """Whether it lets us in; waits while a living server is still recovering."""
        while self.running:
            try:
                self.connect().close()
            except psycopg.OperationalError as error:
                if "authentication failed" in str(error):
                    raise self._silent() from error
                time.sleep(0.03)
            else:
                return True
        return False

    def _silent(self) -> Trouble:
        logs = sorted(self.folders.log.glob("*.log"), key=lambda log: log.stat().st_mtime)
        told = "".join(log.read_text(errors="replace") for log in logs).strip()[-600:]
        return Trouble(
            say(
                "PostgreSQL in {root} does not answer. {told}",
                "{root} 里的 PostgreSQL 没有应答。{told}",
                root=str(self.folders.root),
                told=told,
            )
        )


def _same_version(made: Folders) -> None:
    written, ours = (made.data / "PG_VERSION").read_text().strip(), version().split(".")[0]
    if written != ours:
        raise Trouble(
            say(
                "The data was written by PostgreSQL {written}, this Linli carries {ours}: "
                "back it up with the Linli that wrote it (linli backup), then restore it here (linli restore).",
                "数据由 PostgreSQL {written} 写成，这个版本的邻里带的是 {ours}："
                "请先用原来的版本备份（linli backup），再在这里恢复（linli restore）。",
                written=written,
                ours=ours,
            )
        )
