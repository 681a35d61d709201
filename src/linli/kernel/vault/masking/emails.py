"""E-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linli.kernel.vault.masking.found import Span

_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])([A-Za-z0-9][A-Za-z0-9._%+-]{0,63})@([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4})"
)


def emails(text: str) -> Iterator[Span]:
    """Every e-mail address; its domain stays readable."""
    if "@" not in text:
        return
    for found in _EMAIL.finditer(text):
        yield Span(found.start(), found.end(), "email", f"{found[1][0]}****@{found[2]}")
