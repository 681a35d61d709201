"""Training: from texts with labels to a calibrated model, or a sentence that says why there can be none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from linli.domains.requests.routing.learned.calibrating import (
    Chances,
    calibration_error,
    certainty_of,
    confidences,
    sure_from,
)
from linli.domains.requests.routing.learned.fitting import fit, margins
from linli.domains.requests.routing.learned.groups import groups
from linli.domains.requests.routing.learned.model import Model
from linli.domains.requests.routing.learned.rows import Counted, Floats, Ints, count, rarity, row
from linli.kernel.refusal import Invalid
from linli.kernel.words import say

FEWEST = 3
"""Texts below which a label cannot be learned."""
PARTS = 4
"""Each part is asked about by a model that saw only the others."""
ENOUGH = 200
"""Usual texts from which on they alone say how sure to be: others may be easier or harder."""


@dataclass(frozen=True, slots=True)
class Example:
    """One text and what a person said it is about; `usual` is written as those that will be asked about."""

    text: str
    label: str
    usual: bool = True


@dataclass(frozen=True, slots=True)
class Trained:
    """A model and what was measured of it on texts it had not seen; `left_out` labels had too few."""

    model: Model
    accuracy: float
    covered: float
    right_where_sure: float
    calibration_error: float
    left_out: tuple[str, ...]


def train(examples: Sequence[Example]) -> Trained:
    """Fits on all, measured by cross-fitting. Raises Invalid where there are fewer than two labels to tell apart."""
    times = Counter(example.label for example in examples)
    labels = tuple(sorted(label for label, many in times.items() if many >= FEWEST))
    if len(labels) < 2:
        raise _nothing_to_tell_apart(times)
    kept = [example for example in examples if example.label in labels]
    counted = [count(example.text) for example in kept]
    wanted = np.array([labels.index(example.label) for example in kept], dtype=np.int32)
    apart = _cross_fitted(counted, wanted, np.array(groups([example.text for example in kept])), len(labels))
    seldom = rarity(counted)
    weights = fit([row(one, seldom) for one in counted], wanted, len(labels))
    asked = _asked(kept)
    certainty = certainty_of(apart[asked], wanted[asked])
    given, right = confidences(apart[asked], certainty), apart[asked].argmax(axis=1) == wanted[asked]
    return _measured(
        Model(labels, weights, seldom, certainty, sure_from(given, right), len(kept)),
        given,
        right,
        left_out=tuple(sorted(times.keys() - set(labels))),
    )


def _asked(kept: Sequence[Example]) -> NDArray[np.intp]:
    """The texts that say how sure to be."""
    usual = np.flatnonzero([example.usual for example in kept])
    return usual if len(usual) >= ENOUGH else np.arange(len(kept))


def _measured(model: Model, given: Chances, right: NDArray[np.bool_], *, left_out: tuple[str, ...]) -> Trained:
    covered = given >= model.sure_from
    return Trained(
        model=model,
        accuracy=float(right.mean()),
        covered=float(covered.mean()),
        right_where_sure=float(right[covered].mean()) if covered.any() else 0.0,
        calibration_error=calibration_error(given, right),
        left_out=left_out,
    )


def _cross_fitted(counted: Sequence[Counted], labels: Ints, group: Ints, classes: int) -> Floats:
    """Margins of each text by a model that saw no text of its group."""
    found = np.zeros((len(counted), classes), dtype=np.float32)
    part = group % PARTS
    for each in range(PARTS):
        seen, asked = np.flatnonzero(part != each), np.flatnonzero(part == each)
        if not len(asked) or not len(seen):
            continue
        seldom = rarity([counted[at] for at in seen.tolist()])
        weights = fit([row(counted[at], seldom) for at in seen.tolist()], labels[seen], classes)
        found[asked] = margins(weights, [row(counted[at], seldom) for at in asked.tolist()])
    return found


def _nothing_to_tell_apart(times: Counter[str]) -> Invalid:
    if len(times) == 1:
        return Invalid(
            say(
                "All {n} texts belong to one category ({label}): there is nothing to tell apart. Add texts of another.",
                "这 {n} 条文本都属于同一个类别（{label}），没有可区分的内容。请补充其他类别的文本。",
                n=times.total(),
                label=next(iter(times)),
            )
        )
    return Invalid(
        say(
            "There are too few texts to learn from: at least {fewest} in each of two categories are needed.",
            "可供学习的文本太少：至少要有两个类别，每类不少于 {fewest} 条。",
            fewest=FEWEST,
        )
    )
