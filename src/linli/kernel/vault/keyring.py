"""The master keys and the index key: files only the deployment's own user may read, made on first use."""

from __future__ import annotations

import fcntl
import hashlib
import os
import secrets
import stat
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from linli.kernel.refusal import Refusal
from linli.kernel.vault.private import append_private, create_private
from linli.kernel.vault.refusals import KeyNotHere, KeysTooOpen
from linli.kernel.words import say

KEY_LENGTH = 32
INDEX = "index"
_SUFFIX = ".key"
_SETTLED_NS = 100_000_000
"""A directory changed less than this ago may change again within one tick of its clock: read it, keep nothing."""


@dataclass(frozen=True, repr=False)
class Keyring:
    """Every key file at hand. A master is named `master-<version>-<fingerprint>`; the highest wraps new data keys."""

    keys: Mapping[str, bytes]

    @property
    def current(self) -> str:
        """The name of the master that wraps new data keys."""
        return max(name for name in self.keys if name != INDEX)

    @property
    def masters(self) -> list[str]:
        """Every master's name, oldest first."""
        return sorted(name for name in self.keys if name != INDEX)

    def key(self, name: str) -> bytes:
        """The key called `name`; KeyNotHere when its file is missing."""
        try:
            return self.keys[name]
        except KeyError:
            raise KeyNotHere(name) from None


_held: tuple[Path, int, Keyring] | None = None


def keyring() -> Keyring:
    """The keys of this deployment, read again whenever another process added or removed one."""
    global _held  # noqa: PLW0603 - one directory, one copy of it per process
    directory = Path(settings.KEYS)
    held = _held
    changed = _changed(directory)
    if held and held[0] == directory and held[1] == changed:
        return held[2]
    ring = _read(directory)
    if INDEX not in ring.keys or len(ring.keys) < 2:
        ring = _first(directory)
    changed = _changed(directory)
    _held = (directory, changed, ring) if time.time_ns() - changed > _SETTLED_NS else None
    return ring


def add_master() -> str:
    """Makes the next master key, which wraps data keys from now on, and gives its name."""
    keyring()
    with locked(Path(settings.KEYS)) as directory:
        version = int(_read(directory).current.split("-")[1]) + 1
        return _write_new_master(directory, version)


def remove_master(name: str) -> None:
    """Deletes a master key's file for good; `rotation.retire` makes sure nothing still needs it."""
    with locked(Path(settings.KEYS)) as directory:
        path = directory / f"{name}{_SUFFIX}"
        if path.exists():
            path.write_bytes(b"\0" * path.stat().st_size)
            path.unlink()


def add_keys(keys: Mapping[str, bytes]) -> None:
    """Puts back keys from a key backup; refuses to replace a different index key, which would lose every look-up."""
    directory = Path(settings.KEYS)
    with locked(directory):
        here = _read(directory).keys
        if INDEX in keys and here.get(INDEX, keys[INDEX]) != keys[INDEX]:
            raise Refusal(
                say(
                    "Another index key is already here. Stop the system, move {path} away, and restore again.",
                    "本机已有另一把索引密钥，请停机并移走 {path} 后重新恢复。",
                    path=f"{directory / INDEX}{_SUFFIX}",
                )
            )
        for name, key in keys.items():
            if name not in here:
                _write(directory / f"{name}{_SUFFIX}", key)


@contextmanager
def locked(directory: Path) -> Iterator[Path]:
    """Holds the key directory's lock, so that parallel processes make each key once."""
    directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    with append_private(directory / ".lock") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield directory


def _first(directory: Path) -> Keyring:
    with locked(directory):
        here = _read(directory).keys
        if INDEX not in here:
            _write(directory / f"{INDEX}{_SUFFIX}", secrets.token_bytes(KEY_LENGTH))
        if not here.keys() - {INDEX}:
            _write_new_master(directory, 1)
        return _read(directory)


def _write_new_master(directory: Path, version: int) -> str:
    key = secrets.token_bytes(KEY_LENGTH)
    name = f"master-{version:04}-{hashlib.sha256(key).hexdigest()[:8]}"
    _write(directory / f"{name}{_SUFFIX}", key)
    return name


def _write(path: Path, key: bytes) -> None:
    """Whole or not at all: a reader never meets half a key."""
    half = path.with_suffix(".new")
    half.unlink(missing_ok=True)
    with create_private(half) as file:
        file.write(key.hex().encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
    half.rename(path)


def _read(directory: Path) -> Keyring:
    keys = {}
    for path in sorted(directory.glob(f"*{_SUFFIX}")):
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise KeysTooOpen(str(path))
        keys[path.stem] = bytes.fromhex(path.read_text().strip())
    return Keyring(keys)


def _changed(directory: Path) -> int:
    try:
        return directory.stat().st_mtime_ns
    except FileNotFoundError:
        return 0
