"""Putting masks into a text, and finding the way back from a place in the masked text to the text as given."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from linli.kernel.vault.masking.found import Span


class Mask(NamedTuple):
    """Where a mask stands in the masked text, and what it covers in the text as given."""

    start: int
    end: int
    covers_from: int
    covers_to: int


def cover(text: str, spans: Sequence[Span]) -> tuple[str, list[Mask]]:
    """The text with every span's mask in its place, and where the masks stand; spans in order, none overlapping."""
    parts: list[str] = []
    masks: list[Mask] = []
    at = length = 0
    for span in spans:
        length += span.start - at
        masks.append(Mask(length, length + len(span.mask), span.start, span.end))
        parts += (text[at : span.start], span.mask)
        length += len(span.mask)
        at = span.end
    return "".join([*parts, text[at:]]), masks


def back(span: Span, masks: Sequence[Mask]) -> Span:
    """The span in the text as given; one that touches a mask takes in all the mask covers."""
    if not masks:
        return span
    return Span(_start(span.start, masks), _end(span.end, masks), span.kind, span.mask)


def _start(at: int, masks: Sequence[Mask]) -> int:
    """The last mask that begins at or before `at` either holds it or tells how far the text has moved."""
    index = bisect_right(masks, at, key=lambda mask: mask.start) - 1
    if index < 0:
        return at
    mask = masks[index]
    return mask.covers_from if at < mask.end else mask.covers_to + at - mask.end


def _end(at: int, masks: Sequence[Mask]) -> int:
    index = bisect_right(masks, at - 1, key=lambda mask: mask.start) - 1
    if index < 0:
        return at
    mask = masks[index]
    return mask.covers_to if at <= mask.end else mask.covers_to + at - mask.end
