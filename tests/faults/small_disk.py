"""A disk so small that a test can fill it."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class SmallDisk:
    """Where it is mounted, and a file that takes all the room there is."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.filler = place / "filler"

    def fill(self) -> None:
        """Leaves no room at all."""
        with self.filler.open("ab", buffering=0) as filler:
            for size in (1 << 20, 1 << 12):
                try:
                    while filler.write(b"\0" * size) == size:
                        pass
                except OSError:
                    continue

    def clear(self) -> None:
        self.filler.unlink()


@contextmanager
def small_disk(size: str) -> Iterator[SmallDisk]:
    """Mounts one; only root can, elsewhere the test says that it was left out."""
    if os.geteuid() != 0:
        pytest.skip("a full disk is tried as root only: nobody else may mount a small one")
    with tempfile.TemporaryDirectory(prefix="linli-test-") as place:
        mounting = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=0711", "tmpfs", place]
        if subprocess.run(mounting, capture_output=True, check=False).returncode:
            pytest.skip("a full disk is tried only where a small one can be mounted")
        try:
            yield SmallDisk(Path(place))
        finally:
            subprocess.run(["umount", "--lazy", place], check=True)  # noqa: S607 - the system's own
