"""Fitting: one straight cut for each class, all found together (dual coordinate descent; Hsieh et al., ICML 2008)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from linli.domains.requests.routing.learned.rows import BUCKETS, Floats, Ints, Row

PENALTY = 1.0
"""C of the squared hinge loss: how much a wrong side costs against a steep cut."""
ROUNDS = 6
STILL = 0.01
"""A round in which no share moved by more than this is the last."""


def fit(rows: Sequence[Row], labels: Ints, classes: int, *, seed: int = 0) -> Floats:
    """Weights (buckets × classes); the same rows in the same order give the same weights."""
    weights = np.zeros((BUCKETS, classes), dtype=np.float32)
    shares = np.zeros((len(rows), classes), dtype=np.float32)
    sides = np.where(labels[:, None] == np.arange(classes), 1, -1).astype(np.float32)
    lengths = np.array([one.values @ one.values for one in rows], dtype=np.float32)
    slack = np.float32(1 / (2 * PENALTY))
    order = np.random.default_rng(seed)
    for _ in range(ROUNDS):
        moved = 0.0
        for at in order.permutation(len(rows)):
            buckets, values, side = rows[at].buckets, rows[at].values, sides[at]
            here = weights[buckets]
            slope = side * (values @ here) - 1 + slack * shares[at]
            share = np.maximum(shares[at] - slope / (lengths[at] + slack), 0)
            step = (share - shares[at]) * side
            if step.any():
                weights[buckets] = here + values[:, None] * step
                shares[at] = share
                moved = max(moved, float(np.abs(step).max()))
        if moved < STILL:
            break
    return weights


def margins(weights: Floats, rows: Sequence[Row]) -> Floats:
    """How far each row lies on the side of each class (rows × classes)."""
    return np.array([one.values @ weights[one.buckets] for one in rows], dtype=np.float32)
