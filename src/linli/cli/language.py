"""In which language the command line speaks: `LINLI_LANGUAGE`, else the terminal's, else Chinese and English."""

from __future__ import annotations

import os

_asked = next(
    (os.environ[name] for name in ("LINLI_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), ""
)
LANGUAGE = "zh-hans" if _asked.startswith("zh") else "en" if _asked.startswith("en") else ""
"""Empty where the terminal does not say (a `C` locale): then both are shown."""


def pick(english: str, chinese: str) -> str:
    """The sentence in the operator's language."""
    return {"en": english, "zh-hans": chinese}.get(LANGUAGE, f"{chinese} / {english}")
