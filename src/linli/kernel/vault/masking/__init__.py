"""Masking: what identifies a person in free text, found and covered, so that a list shows it and opens nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from linli.kernel.vault.masking.accounts import accounts, chats
from linli.kernel.vault.masking.addresses import addresses
from linli.kernel.vault.masking.covering import Mask, back, cover
from linli.kernel.vault.masking.digits import has_long_number
from linli.kernel.vault.masking.emails import emails
from linli.kernel.vault.masking.everywhere import everywhere
from linli.kernel.vault.masking.found import Finding, Masked, Span
from linli.kernel.vault.masking.identity_numbers import identity_numbers
from linli.kernel.vault.masking.names import known, names
from linli.kernel.vault.masking.phones import phones
from linli.kernel.vault.masking.plates import plates
from linli.kernel.vault.masking.settle import settle
from linli.kernel.vault.masking.widths import plain_widths

__all__ = ["Finding", "Masked", "mask_text"]

_OF_NUMBERS = (phones, identity_numbers, accounts)
_FINDERS = (emails, plates, chats, addresses, names)
_ROUNDS = 6
"""Covering one thing can bring out another; texts people write settle in the second round."""


def mask_text(text: str, *, known_names: Iterable[str] = ()) -> Masked:
    """The text with every identifier covered, and what was found with its place in the text as given.

    `known_names` (the filer's own, say) are covered wherever they stand. No value found is left anywhere in the masked
    text, and masking it again changes nothing. Linear in the length of the text.
    """
    work = _Cover(text, tuple(name for name in known_names if len(name) > 1))
    for _ in range(_ROUNDS):
        if not work.widen():
            break
    found = (Finding(s.kind, s.start, s.end, text[s.start : s.end], s.mask) for s in work.spans)
    return Masked(work.masked, tuple(found))


class _Cover:
    """A text being covered, round by round, until nothing more is found in what is left readable."""

    def __init__(self, text: str, known_names: Sequence[str]) -> None:
        self.text = self.masked = text
        self.known_names = known_names
        self.spans: list[Span] = []
        self.masks: list[Mask] = []
        self.values: dict[str, Span] = {}

    def widen(self) -> bool:
        """Covers what the masked text still shows; False when that was nothing."""
        plain = plain_widths(self.masked)
        finders = (*_OF_NUMBERS, *_FINDERS) if has_long_number(plain) else _FINDERS
        for span in chain(*(finder(plain) for finder in finders), known(plain, self.known_names)):
            self.values.setdefault(plain[span.start : span.end], span)
        more = list(everywhere(plain, self.values))
        if more:
            self.spans = settle(self.text, [*self.spans, *(back(span, self.masks) for span in more)])
            self.masked, self.masks = cover(self.text, self.spans)
        return bool(more)
