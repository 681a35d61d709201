"""A log's files in a directory: each appears whole or not at all, and is on the disk before the next step is taken."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_LOCK = ".lock"
_DRAFT = ".new"
"""A file not whole yet; the one who comes after a crash writes over it."""


class Directory:
    """Keeps files below `root`. Safe against a crash at any instruction and against power failing."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def read(self, path: str) -> bytes:
        """The file's bytes; FileNotFoundError where there is none."""
        try:
            return (self.root / path).read_bytes()
        except NotADirectoryError:
            raise FileNotFoundError(path) from None

    def write(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Write these files; when it returns all of them outlast a power failure. OSError (a full disk): try again."""
        folders: set[Path] = set()
        for path, data in files:
            target = self.root / path
            _make(target.parent, changed=folders)
            _write(target, data)
            folders.add(target.parent)
        for folder in folders:
            _sync(folder)

    def drop(self, folder: str) -> None:
        """Delete a folder that nobody needs any more, if it is there."""
        shutil.rmtree(self.root / folder, ignore_errors=True)

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Whether nobody else writes here, on this machine, until the block ends."""
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / _LOCK).open("ab") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
            else:
                yield True


def _make(folder: Path, *, changed: set[Path]) -> None:
    """Make the folder and those above it, remembering which ones changed by that."""
    if folder.is_dir():
        return
    _make(folder.parent, changed=changed)
    with suppress(FileExistsError):
        folder.mkdir()
    changed.add(folder.parent)


def _write(target: Path, data: bytes) -> None:
    draft = target.with_name(target.name + _DRAFT)
    try:
        with draft.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.rename(target)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


def _sync(folder: Path) -> None:
    """A new name is only on the disk once its folder is."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
