"""The form in which text is searched: one mapping per character, so that a part of a text stays a part of it."""

from __future__ import annotations

from unicodedata import category, combining, normalize

_KEPT = 65_536
"""Characters remembered: more than any text in use has, few enough that no sender can fill the memory."""


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


def normalise(text: str) -> str:
    """The form of `text` in which it is found.

    Every character is mapped for itself: compatibility forms to plain ones (Ｗ → W, ① → 1, ㎡ → m2, ， → ","),
    capitals to small letters, accents left out, and so are spaces, line ends and invisible characters. Punctuation
    stays. Because no character's form depends on its neighbours (as it would under NFKC),

        normalise(a + b) == normalise(a) + normalise(b)     and     normalise(normalise(a)) == normalise(a)

    hold for all texts: whatever is a part of a text is still a part of it in this form, wherever it was cut.
    Simplified and traditional characters stay apart.
    """
    return text.translate(_FOLDING)
