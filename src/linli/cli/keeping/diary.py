"""When the last backups were made, for `linli check` to judge their age."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NAME = "backups.json"


def note(home: Path, what: str, *, at: datetime) -> None:
    """Remember that `what` ("data" or "keys") was backed up."""
    known = {**_known(home), what: at.isoformat()}
    part = home / f"{NAME}.part"
    part.write_text(json.dumps(known))
    part.rename(home / NAME)


def last(home: Path, what: str) -> datetime | None:
    """When `what` was last backed up from here."""
    told = _known(home).get(what)
    return datetime.fromisoformat(told) if told else None


def _known(home: Path) -> dict[str, str]:
    path = home / NAME
    return dict(json.loads(path.read_text())) if path.exists() else {}
