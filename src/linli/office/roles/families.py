"""Rights by the room they belong to, as the office lists them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from linli.domains.people.rights import Right, family_words, known
from linli.kernel.words import Words


@dataclass(frozen=True)
class Box:
    """One right, and whether it is held."""

    right: Right
    held: bool


@dataclass(frozen=True)
class Family:
    """One room's rights."""

    words: Words
    boxes: Sequence[Box]

    @property
    def held(self) -> Sequence[Box]:
        """Only those that are held."""
        return [box for box in self.boxes if box.held]


def families(held: Collection[str] = ()) -> list[Family]:
    """Every right known, by family, marked where it is among `held`."""
    by_family: dict[str, list[Box]] = {}
    for right in known().values():
        by_family.setdefault(right.family, []).append(Box(right, right.code in held))
    return [Family(family_words(code), boxes) for code, boxes in by_family.items()]


def words_of(rights: Iterable[str]) -> list[Words]:
    """Rights in words; one that is no longer known, by its code."""
    declared = known()
    return [declared[code].words if code in declared else Words(code, code) for code in rights]
