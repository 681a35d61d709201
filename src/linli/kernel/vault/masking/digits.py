"""Runs of digits: most texts have none long enough to be anybody's number, and are told so at once."""

from __future__ import annotations

import re

_LONG_RUN = re.compile(r"[0-9](?:[ \t.·()\-\u200b-\u200d\u2060\ufeff]{0,2}[0-9]){6}")


def has_long_number(text: str) -> bool:
    """Whether seven digits stand together, however they are spaced."""
    return _LONG_RUN.search(text) is not None
