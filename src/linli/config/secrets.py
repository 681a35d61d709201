"""Secrets this deployment made for itself, kept in files only its user may read."""

import secrets as random
from pathlib import Path


def secret(home: Path, name: str) -> str:
    """The secret called `name`, made on first use in `home/secrets/`, mode 0600."""
    path = home / "secrets" / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            with path.open("x", opener=lambda p, flags: __import__("os").open(p, flags, 0o600)) as file:
                file.write(random.token_urlsafe(48))
        except FileExistsError:  # another process of ours was quicker
            pass
    return path.read_text().strip()
