"""Every other place where a value that was found stands: covered once, covered everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linli.kernel.vault.masking.found import Span

_FEW = 24


def everywhere(text: str, values: Mapping[str, Span]) -> Iterator[Span]:
    """A span for each occurrence of each value; linear in the text however many values there are."""
    if len(values) <= _FEW:
        for value, like in values.items():
            at = text.find(value)
            while at >= 0:
                yield like.at(at, len(value))
                at = text.find(value, at + 1)
        return
    for size in sorted({len(value) for value in values}):
        for at in range(len(text) - size + 1):
            same = values.get(text[at : at + size])
            if same:
                yield same.at(at, size)
