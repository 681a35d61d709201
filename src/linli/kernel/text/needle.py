"""Words searched for, looked for in many texts: most are passed over without being folded."""

from __future__ import annotations

import re

from linli.kernel.text.normal import HAN, READ_AS_HAN, normalise

_BETWEEN = f"[^{HAN}]*"
_HAN = re.compile(f"[{HAN}]")
_READ_AS_HAN = re.compile(f"[{READ_AS_HAN}]")


class Needle:
    """One search's words; exact, whatever stands between the signs and however they are written.

    Folding a text costs a hundred times as much as reading it. A text in which the words' Chinese signs do not follow
    one another, with no other Chinese sign between, cannot contain the words: it is not folded.
    """

    def __init__(self, words: str) -> None:
        self._words = words
        self._folded = normalise(words)
        self._signs = re.compile(_BETWEEN.join(_HAN.findall(self._folded)))

    def stands_in(self, text: str) -> bool:
        """Whether the words stand in the text as searched (`normalise`)."""
        if self._words in text:
            return True
        possible = self._signs.search(text) or _READ_AS_HAN.search(text)
        return bool(possible) and self._folded in normalise(text)
