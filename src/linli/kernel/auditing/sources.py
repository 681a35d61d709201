"""Where a log's files are read: a directory, or an address; each small enough to be handed to another process."""

from __future__ import annotations

import os
import tempfile
import time
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from linli.kernel.tlog import LARGEST_ENTRY, WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_FILE = WIDTH * (LARGEST_ENTRY + 2)
"""Bytes of the largest file that a log can have: a bundle of the longest entries."""

CHECKPOINT = "checkpoint"
_TRIES = 4


class Unreachable(Exception):  # noqa: N818 - it names what happened
    """The place does not answer, so nothing can be said of what it holds; the message says why."""


class Source(Protocol):
    """A log's files by their path below its prefix."""

    @property
    def live(self) -> bool:
        """Whether this is what the log itself says now, rather than somebody's copy."""

    def read(self, path: str) -> bytes:
        """The bytes of a file; FileNotFoundError where there is none, `Unreachable` where nobody can tell."""

    def beside(self, path: str) -> list[str]:
        """The paths of older, partial files of this full one that also lie there."""


@dataclass(frozen=True)
class Directory:
    """A log's files on a disk or stick."""

    folder: Path
    live: bool = False

    def read(self, path: str) -> bytes:
        """The file's bytes."""
        try:
            with (self.folder / path).open("rb") as file:
                return file.read(LARGEST_FILE + 1)
        except (FileNotFoundError, NotADirectoryError):
            raise FileNotFoundError(path) from None
        except OSError as error:
            raise Unreachable(f"{path}: {error.strerror}") from None

    def beside(self, path: str) -> list[str]:
        """What stands in the folder `path.p`."""
        try:
            with os.scandir(self.folder / f"{path}.p") as found:
                return [f"{path}.p/{each.name}" for each in found]
        except (FileNotFoundError, NotADirectoryError):
            return []


@dataclass(frozen=True)
class Address:
    """A log's files at an http(s) address; where `copy` names a folder, files that never change are kept there.

    A check that was interrupted goes on from the copy, and the copy is itself a log that anybody can check offline.
    """

    url: str
    copy: Path | None = None
    live: bool = True
    pause: float = field(default=0.5, compare=False)

    def read(self, path: str) -> bytes:
        """The file's bytes, from the copy if it is there."""
        if self.copy and path != CHECKPOINT and (kept := self.copy / path).is_file():
            return kept.read_bytes()
        data = self._fetched(path)
        if self.copy:
            keep(self.copy / path, data)
        return data

    def beside(self, path: str) -> list[str]:
        """Nothing: an address lists no files."""
        return []

    def _fetched(self, path: str) -> bytes:
        for attempt in range(_TRIES):
            try:
                return self._asked(path)
            except _Again as again:
                reason = str(again)
                time.sleep(self.pause * attempt)
        raise Unreachable(f"{self.url}/{path}: {reason}")

    def _asked(self, path: str) -> bytes:
        import httpx  # noqa: PLC0415 - heavy, and a directory needs none

        try:
            with self._client.stream("GET", f"{self.url}/{path}") as answer:
                if answer.status_code in (404, 410):
                    raise FileNotFoundError(path)
                if answer.status_code != 200:
                    raise _Again(f"HTTP {answer.status_code}")
                return b"".join(_at_most(answer.iter_bytes()))
        except httpx.HTTPError as error:
            raise _Again(type(error).__name__) from None

    @cached_property
    def _client(self) -> Any:
        import httpx  # noqa: PLC0415 - as above

        return httpx.Client(timeout=20, headers={"User-Agent": "linli-verify"})

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "_client"}


class _Again(Exception):  # noqa: N818 - to be tried again
    """An answer that may be better next time."""


def _at_most(parts: Iterator[bytes]) -> Iterator[bytes]:
    left = LARGEST_FILE
    for part in parts:
        yield part
        left -= len(part)
        if left < 0:
            return  # too long for any file of a log, and found out as such


def keep(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".keeping-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def source_of(place: str, *, copy: Path | None = None) -> Source:
    """The directory or address that somebody named."""
    if place.startswith(("http://", "https://")):
        return Address(place.rstrip("/"), copy)
    return Directory(Path(place))
