"""How numbers stand in sheets: full-width, spaced, with a text mark before them, or spoilt by a spreadsheet."""

from __future__ import annotations

import re
from unicodedata import normalize

_BETWEEN = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\-‐‑–—_·.]+")
_MARKS = "'’‘`\""
_WHOLE = re.compile(r"(\d+)\.0+$")
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?E\+?\d{2}$", re.I)


def tight(text: str) -> str:
    """The letters and digits in half width and capitals, nothing between them."""
    plain = normalize("NFKC", text).strip().strip(_MARKS).strip()
    whole = _WHOLE.match(plain)
    return _BETWEEN.sub("", whole[1] if whole else plain).upper()


def is_rounded(text: str) -> bool:
    """Whether it is a number as a spreadsheet shows one that is too long for it: 1.10105E+17."""
    return bool(_SCIENTIFIC.fullmatch(normalize("NFKC", text).strip()))
