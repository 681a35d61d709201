"""What masking gives back; neither repr ever shows a value, so neither do logs and error pages."""

from __future__ import annotations

import dataclasses
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text to cover, what kind it is, and what is shown instead."""

    start: int
    end: int
    kind: str
    mask: str

    def at(self, start: int, length: int) -> Span:
        """The same kind and mask elsewhere."""
        return Span(start, start + length, self.kind, self.mask)


@dataclasses.dataclass(frozen=True, slots=True)
class Finding:
    """One identifier found: `text[start:end] == value` in the text as given; `mask` stands there in the masked text."""

    kind: str
    start: int
    end: int
    value: str = dataclasses.field(repr=False)
    mask: str


@dataclasses.dataclass(frozen=True, slots=True)
class Masked:
    """A text with every identifier found covered, and the findings in order, never overlapping."""

    text: str = dataclasses.field(repr=False)
    found: tuple[Finding, ...]
