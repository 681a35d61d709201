"""The form in which text is searched: one mapping per character, so that a part of a text stays a part of it."""

from __future__ import annotations

import re
from unicodedata import category, combining, normalize

_KEPT = 65_536
"""Characters remembered: more than any text in use has, few enough that no sender can fill the memory."""


HAN = "\u4e00-\u9fff"
"""The everyday Chinese signs, as a range of a pattern: each is its own searched form."""

READ_AS_HAN = "\u2e80-\u2fdf\u3038-\u303a\u3190-\u33ff\uf900-\ufaff\U0001f200-\U0001f2ff\U0002f800-\U0002fa1f"
"""Where the signs lie whose searched form has everyday ones in it: radicals, signs in circles, older code points."""

_VARIATION_SELECTORS = frozenset(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))
"""They choose between drawings of one character, which is the same word."""


class _Folding(dict[int, str]):
    """Code point → its searched form, found on first use."""

    def __missing__(self, code: int) -> str:
        folded = _fold(chr(code))
        if len(self) < _KEPT:
            self[code] = folded
        return folded


def _fold(character: str) -> str:
    """Decompose and casefold until nothing changes, then leave out what is not read."""
    before, after = "", character
    while before != after:
        before, after = after, normalize("NFKD", after).casefold()
    return "".join(c for c in after if _is_read(c))


def _is_read(character: str) -> bool:
    """False for accents, spaces, line ends, controls and invisible marks; true for what Unicode has yet to name."""
    unread = category(character) in {"Zs", "Zl", "Zp", "Cc", "Cf", "Cs"}
    return not (unread or combining(character) or character in _VARIATION_SELECTORS)


_FOLDING = _Folding()
_OTHERS = re.compile(f"[^{HAN}]+")


def normalise(text: str) -> str:
    """The form of `text` in which it is found.

    Every character is mapped for itself: compatibility forms to plain ones (Ｗ → W, ① → 1, ㎡ → m2, ， → ","),
    capitals to small letters, accents left out, and so are spaces, line ends and invisible characters. Punctuation
    stays. Because no character's form depends on its neighbours (as it would under NFKC),

        normalise(a + b) == normalise(a) + normalise(b)     and     normalise(normalise(a)) == normalise(a)

    hold for all texts: whatever is a part of a text is still a part of it in this form, wherever it was cut.
    Simplified and traditional characters stay apart.
    """
    return _OTHERS.sub(_folded, text)  # everyday signs are their own form: passing them over saves two thirds


def _folded(others: re.Match[str]) -> str:
    return others[0].translate(_FOLDING)
