"""Where logs are kept: a directory or an object store, told apart by the address."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from linli.kernel.tlog.directory import Directory
from linli.kernel.tlog.objects import Objects


class Store(Protocol):
    """What a log needs of the place that keeps it; paths are those of the log's format."""

    def read(self, path: str) -> bytes:
        """The file's bytes; FileNotFoundError where there is none."""

    def write(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Keep these files, each whole; all of them are safe when it returns. OSError where they are not."""

    def drop(self, folder: str) -> None:
        """Delete a folder that nobody needs any more, if it is there."""

    def alone(self) -> AbstractContextManager[bool]:
        """Whether nobody else writes here until the block ends."""


def store_at(place: str, log: str) -> Store:
    """The store of the log called `log` below `place`: a folder's path, or an address with `://`."""
    if "://" in place:
        return Objects(f"{place.rstrip('/')}/{log}")
    return Directory(Path(place) / log)
