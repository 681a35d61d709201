"""Secrets this deployment made for itself, kept in files only its user may read."""

import os
import secrets as random
from pathlib import Path
from tempfile import NamedTemporaryFile


def secret(home: Path, name: str) -> str:
    """The secret called `name`, made on first use in `home/secrets/`, mode 0600."""
    path = home / "secrets" / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write_once(path, random.token_urlsafe(48))
    return path.read_text().strip()


def _write_once(path: Path, text: str) -> None:
    """Written aside and then linked, so that a process starting beside this one never reads half a secret."""
    with NamedTemporaryFile("w", dir=path.parent) as aside:
        aside.write(text)
        aside.flush()
        try:
            os.link(aside.name, path)
        except FileExistsError:  # the other process was quicker: its secret holds
            return
