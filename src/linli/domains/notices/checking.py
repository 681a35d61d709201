"""The check for personal data: what in a draft would identify somebody, and the words with it covered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from linli.domains.notices.vocabulary import Decision, MarkKind
from linli.kernel.vault.masking import mask_text
from linli.kernel.vault.masking.covering import cover
from linli.kernel.vault.masking.found import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of one of the words taken for personal; `mask` is what would stand there, the value is not kept."""

    field: str
    kind: MarkKind
    start: int
    end: int
    mask: str

    @property
    def key(self) -> str:
        """What a decision names it by."""
        return f"{self.field}:{self.start}-{self.end}"

    def kept(self) -> list[str | int]:
        """As the notice's row holds it."""
        return [self.field, self.kind.value, self.start, self.end, self.mask]

    @classmethod
    def read(cls, kept: Sequence[str | int]) -> Mark:
        """From the notice's row."""
        field, kind, start, end, mask = kept
        return cls(str(field), MarkKind(str(kind)), int(start), int(end), str(mask))


def marks_in(words: Mapping[str, str], *, known_names: Iterable[str] = ()) -> list[Mark]:
    """Everything the check takes for personal, field by field, in order; `known_names` wherever they stand."""
    known = tuple(known_names)
    return [
        Mark(field, MarkKind(found.kind), found.start, found.end, found.mask)
        for field, text in words.items()
        for found in mask_text(text, known_names=known).found
    ]


def covered(words: Mapping[str, str], marks: Iterable[Mark], decisions: Mapping[str, str]) -> dict[str, str]:
    """The words as they may be read by all: every mark covered but those left readable by decision."""
    spans: dict[str, list[Span]] = {}
    for mark in marks:
        if decisions.get(mark.key, Decision.MASK) == Decision.MASK:
            spans.setdefault(mark.field, []).append(Span(mark.start, mark.end, mark.kind, mark.mask))
    return {field: cover(text, spans.get(field, ()))[0] for field, text in words.items()}


def says_too_much(text: str) -> bool:
    """Whether words that go out as they are would identify somebody."""
    return bool(mask_text(text).found)
