"""One tar file: what it is, the database's dump, and the sealed files."""

from __future__ import annotations

import io
import json
import os
import shutil
import tarfile
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from linli.kernel.refusal import Refusal
from linli.kernel.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

ABOUT, DUMP, FILES = "about.json", "database.dump", "files"
FORMAT = 1


def write(to: Path, *, dump: Path, files: Path, at: datetime) -> None:
    """Write the archive beside its place and move it there whole, readable by its user alone."""
    part = to.with_name(to.name + ".part")
    about = json.dumps({"linli": "backup", "format": FORMAT, "made_at": at.isoformat()}).encode()
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
        with tarfile.open(fileobj=out, mode="w") as tar:
            entry = tarfile.TarInfo(ABOUT)
            entry.size = len(about)
            tar.addfile(entry, io.BytesIO(about))
            tar.add(dump, DUMP)
            if files.exists():
                tar.add(files, FILES)
        out.flush()
        os.fsync(out.fileno())
    part.rename(to)


@contextmanager
def opened(path: Path, *, beside: Path) -> Iterator[tuple[dict[str, Any], Path]]:
    """What an archive says of itself, and a folder beside `beside` with its dump and files; refused if it is none."""
    beside.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=beside.parent, prefix=".restoring-") as folder:
        try:
            with tarfile.open(path) as tar:
                for member in tar:
                    _take(tar, member, Path(folder))
            about = json.loads((Path(folder) / ABOUT).read_text())
        except (OSError, tarfile.TarError, ValueError) as error:
            raise Refusal(NOT_OURS.fill(path=path)) from error
        if about.get("linli") != "backup" or about.get("format") != FORMAT:
            raise Refusal(NOT_OURS.fill(path=path))
        (Path(folder) / FILES).mkdir(exist_ok=True)
        yield about, Path(folder)


def put_files(folder: Path, *, to: Path) -> None:
    """Replace the sealed files by those of an opened archive."""
    old = to.with_name(to.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if to.exists():
        to.rename(old)
    (folder / FILES).rename(to)
    shutil.rmtree(old, ignore_errors=True)


NOT_OURS = say("{path} is not a readable backup of Linli.", "{path} 不是可读的邻里备份。")


def _take(tar: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    """Write out one file; links, devices and names that climb out of the folder are not taken."""
    name = PurePosixPath(member.name)
    if name.is_absolute() or ".." in name.parts:
        raise ValueError(member.name)
    if member.isdir():
        (folder / name).mkdir(parents=True, exist_ok=True)
    source = tar.extractfile(member) if member.isreg() else None
    if source:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        with source, (folder / name).open("wb") as out:
            shutil.copyfileobj(source, out)
        (folder / name).chmod(0o600)
