"""The formulas of a digest, as the rule packs had them when its week ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.domains.insight.rising import Formula
from linli.kernel.rules import rulebook

RISE, HEARD, COPIED, SAMPLE = "insight.rise", "insight.heard", "insight.copied", "insight.sample"


@dataclass(frozen=True)
class Formulas:
    """Values of the four rules, and the labels by which they can be found again."""

    rise: Formula
    heard: Mapping[str, int]
    copied: Mapping[str, int]
    sample: int
    labels: Mapping[str, str]


def formulas(on: date) -> Formulas:
    """Those in force on a day."""
    found: dict[str, Any] = {key: rulebook().rule(key, on=on) for key in (RISE, HEARD, COPIED, SAMPLE)}
    return Formulas(
        rise=Formula.of(found[RISE].value),
        heard=found[HEARD].value,
        copied=found[COPIED].value,
        sample=found[SAMPLE].value,
        labels={key.partition(".")[2]: rule.label for key, rule in found.items()},
    )
