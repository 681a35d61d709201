"""What a message says, each gram with its weight, the rare ones apart: made once, compared often."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from linli.domains.requests.likeness.commonness import COMMON, RARE, SELDOM, Commonness
from linli.domains.requests.likeness.said import Said


class Part(dict[int, float]):
    """Grams and their weights, with the sum of the weights and of their squares."""

    def __init__(self, weights: dict[int, float]) -> None:
        super().__init__(weights)
        self.sum = sum(weights.values())
        self.square = sum(weight * weight for weight in weights.values())

    def sum_shared(self, other: Part) -> float:
        """The weight of what both have."""
        return sum(self[gram] for gram in self.keys() & other.keys())

    def square_shared(self, other: Part) -> float:
        """The squared weights of what both have."""
        return sum(self[gram] ** 2 for gram in self.keys() & other.keys())


@dataclass(frozen=True)
class Weighed:
    """The parts of a message that are compared."""

    title: Part
    lead: Part
    whole: Part
    rare: Part
    seldom: Part
    rare_lead: Part
    common_lead: Part
    at: datetime

    @classmethod
    def of(cls, said: Said, known: Commonness) -> Self:
        """Weighed by what is common here."""
        whole = Part({gram: known.weight(gram) for gram in said.whole})
        bands: tuple[set[int], ...] = (set(), set(), set(), set())
        for gram in said.whole:
            bands[known.band(gram)].add(gram)
        return cls(
            title=_part(said.title, whole),
            lead=_part(said.lead, whole),
            whole=whole,
            rare=_part(bands[RARE], whole),
            seldom=_part(bands[SELDOM], whole),
            rare_lead=_part(bands[RARE] & said.lead, whole),
            common_lead=_part(bands[COMMON] & said.lead, whole),
            at=said.at,
        )


def _part(grams: Iterable[int], whole: Part) -> Part:
    return Part({gram: whole[gram] for gram in grams})
