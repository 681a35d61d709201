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
class Blank:
    """What is filled in by hand: its name, and so many ruled lines; a single one stands beside the name."""

    words: str
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Ticks:
    """A question answered with a pen: each answer behind an empty box."""

    words: str
    answers: Sequence[str]


@dataclass(frozen=True, slots=True)
class Code:
    """A link as a QR code of `size` millimetres, the words beneath it, and beside it what is said of it.

    One that fills half the page or more stands in the middle, with what is said below.
    """

    link: str
    words: str = ""
    said: str = ""
    size: int = 34


@dataclass(frozen=True, slots=True)
class Title:
    """Begins a loose leaf: a page with a title of its own."""

    words: str


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a page of its own."""


Part = Heading | Paragraph | Facts | Table | Signatures | Blank | Ticks | Code | Title | NewPage


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper:
    """One document. `footer` stands at the foot of every page beside its number; `link`, where given, as a QR code.

    `language` is that of the words: `zh` or `en`. `leaves` are handed out one by one: in large print, each under its
    own `Title`, without the document's title or the number of pages.
    """

    title: str
    parts: Sequence[Part] = field(repr=False)
    language: str = "zh"
    footer: str = ""
    link: str = ""
    leaves: bool = False
