"""What a witness remembers: of each log the one checkpoint that it cosigned last; it goes forward or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from linli.kernel.tlog import EMPTY_ROOT, Checkpoint

_TABLE = """
CREATE TABLE IF NOT EXISTS seen (origin TEXT PRIMARY KEY, size INTEGER NOT NULL, root BLOB NOT NULL, note TEXT NOT NULL)
"""
_LAST = "SELECT size, root FROM seen WHERE origin = ?"
_FORWARD = """
INSERT INTO seen (origin, size, root, note) VALUES (:origin, :size, :root, :note)
ON CONFLICT (origin) DO UPDATE SET size = :size, root = :root, note = :note
WHERE seen.size = :old AND seen.root = :old_root
"""


class NoMemory(Exception):  # noqa: N818 - it names what is missing
    """The file of what was seen cannot be read or written; without it nothing may be cosigned."""


@dataclass(frozen=True, slots=True)
class Memory:
    """An SQLite file, synced to the disk at each step; any number of processes may share it."""

    path: Path

    def last(self, origin: str) -> Checkpoint:
        """The newest checkpoint cosigned of this log; the empty one of a log never seen."""
        try:
            with closing(self._open()) as base:
                row = base.execute(_LAST, [origin]).fetchone()
        except sqlite3.Error as error:
            raise NoMemory(str(error)) from None
        return Checkpoint(origin, *row) if row else Checkpoint(origin, 0, EMPTY_ROOT)

    def all(self) -> list[tuple[str, int]]:
        """Every log ever cosigned, with its size then."""
        try:
            with closing(self._open()) as base:
                return base.execute("SELECT origin, size FROM seen ORDER BY origin").fetchall()
        except sqlite3.Error as error:
            raise NoMemory(str(error)) from None

    def go_forward(self, old: Checkpoint, new: Checkpoint, note: str) -> bool:
        """Put `new` in the place of `old`, if that still stands there; on the disk when this returns true."""
        given = {
            "origin": new.origin,
            "size": new.size,
            "root": new.root,
            "note": note,
            "old": old.size,
            "old_root": old.root,
        }
        try:
            with closing(self._open()) as base, base:
                return base.execute(_FORWARD, given).rowcount == 1
        except sqlite3.Error as error:
            raise NoMemory(str(error)) from None

    def _open(self) -> sqlite3.Connection:
        base = sqlite3.connect(self.path, timeout=10)
        base.execute("PRAGMA synchronous = EXTRA")
        base.execute(_TABLE)
        return base
