"""Sharing one embedded server: whoever needs it first starts it, whoever lets go last stops it."""

from __future__ import annotations

from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_NB, LOCK_SH, flock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linli.kernel.postgres.server import Server


@contextmanager
def held(server: Server) -> Iterator[Server]:
    """`server`, running for as long as anyone holds it; a holder that is killed lets go by dying."""
    server.home.mkdir(parents=True, exist_ok=True)
    with (server.home / "postgres.holders").open("a") as holders:
        flock(holders, LOCK_SH)
        try:
            server.start()
            yield server
        finally:
            try:
                flock(holders, LOCK_EX | LOCK_NB)
            except BlockingIOError:
                pass  # someone else still needs it
            else:
                server.stop()
