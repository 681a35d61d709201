"""Spans that overlap become one: one that holds the rest keeps its mask unless it shows them."""

from __future__ import annotations

from collections.abc import Iterable

from linli.kernel.vault.masking.found import Span
from linli.kernel.vault.masking.widths import plain_widths

_SUREST = ("id_number", "email", "plate", "account", "chat", "phone", "address", "name")
_RANK = {kind: rank for rank, kind in enumerate(_SUREST)}
_COVER = "****"


def settle(text: str, spans: Iterable[Span]) -> list[Span]:
    """The same stretches in order, none overlapping."""
    settled: list[Span] = []
    for span in sorted(set(spans), key=lambda one: (one.start, -one.end, _RANK[one.kind])):
        if settled and span.start < settled[-1].end:
            settled[-1] = _joined(text, settled[-1], span)
        else:
            settled.append(span)
    return settled


def _joined(text: str, one: Span, other: Span) -> Span:
    """`one` begins no later than `other`; of two over the same stretch it is the surer."""
    if (one.start, one.end) == (other.start, other.end):
        return one
    if other.end <= one.end and plain_widths(text[other.start : other.end]) not in one.mask:
        return one
    surer = min(one, other, key=lambda span: _RANK[span.kind])
    return Span(one.start, max(one.end, other.end), surer.kind, _COVER)
