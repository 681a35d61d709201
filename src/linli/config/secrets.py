"""Secrets this deployment made for itself, kept in files only its user may read."""

from __future__ import annotations

import os
import secrets as random
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def secret(home: Path, name: str) -> str:
    """The secret called `name`, made on first use in `home/secrets/`, mode 0600.

    It appears whole or not at all, so that of several processes making it at once all read the same.
    """
    path = home / "secrets" / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = path.with_name(f".{name}.{random.token_hex(8)}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(random.token_urlsafe(48))
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):  # another process of ours was quicker
            os.link(draft, path)
        draft.unlink()
    return path.read_text().strip()
