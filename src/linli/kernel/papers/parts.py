"""What a paper is made of: plain data, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Heading:
    """Begins a section."""

    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; its own line breaks are kept. `small` is for notes beneath."""

    words: str = field(repr=False)
    small: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known, as (name, value) rows."""

    rows: Sequence[tuple[str, str]] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head that stands again on every page."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]] = field(repr=False)

    def __post_init__(self) -> None:
        if any(len(row) != len(self.head) for row in self.rows):
            raise ValueError("every row has as many cells as the head")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: the part they have, and beneath it how and when they did; nothing beneath leaves room for ink."""

    part: str
    signed: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Signatures:
    """Signatures side by side, never torn apart by a page."""

    signatures: Sequence[Signature]


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a page of its own."""


Part = Heading | Paragraph | Facts | Table | Signatures | NewPage


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper:
    """One document. `footer` stands at the foot of every page beside its number; `link`, where given, as a QR code.

    `language` is that of the words: `zh` or `en`.
    """

    title: str
    parts: Sequence[Part] = field(repr=False)
    language: str = "zh"
    footer: str = ""
    link: str = ""
