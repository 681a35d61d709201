"""Where sealed files stand on disk: `FILES/sealed/<two hex digits>/<reference>`, readable only by our user."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from django.conf import settings


def shelf(ref: UUID) -> Path:
    """The file of a reference; the last digits of a time-ordered identifier are random, so shelves fill evenly."""
    return _root() / ref.hex[-2:] / str(ref)


def remove_files(refs: Iterable[UUID]) -> None:
    """Deletes files from disk; one that is gone already is no fault."""
    for ref in refs:
        shelf(ref).unlink(missing_ok=True)


def standing(*, untouched_since: float) -> Iterable[tuple[UUID, Path]]:
    """All files on the shelves last written before `untouched_since` (seconds since 1970), half-written ones too."""
    for path in _root().glob("??/*"):
        if path.stat().st_mtime < untouched_since:
            yield UUID(path.name.removesuffix(".new")), path


def _root() -> Path:
    return Path(settings.FILES) / "sealed"
