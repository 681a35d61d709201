"""A model as bytes, and back: numbers only, no word of anybody's."""

from __future__ import annotations

import zlib
from io import BytesIO

import numpy as np

from linli.domains.requests.routing.learned.calibrating import Certainty
from linli.domains.requests.routing.learned.model import Model
from linli.domains.requests.routing.learned.rows import BUCKETS


def to_bytes(model: Model) -> bytes:
    """The buckets that were ever hit, in half precision, packed."""
    used = np.flatnonzero(model.weights.any(axis=1)).astype(np.int32)
    unseen = np.float32(model.seldom.max())
    known = np.flatnonzero(model.seldom < unseen).astype(np.int32)
    out = BytesIO()
    np.savez(
        out,
        labels=np.array(model.labels),
        used=used,
        weights=model.weights[used].astype(np.float16),
        known=known,
        seldom=model.seldom[known].astype(np.float16),
        numbers=np.array([model.certainty.steepness, model.certainty.start, model.sure_from, model.trained_on, unseen]),
    )
    return zlib.compress(out.getvalue(), 6)


def from_bytes(kept: bytes) -> Model:
    """The model as it was, within half precision."""
    with np.load(BytesIO(zlib.decompress(kept)), allow_pickle=False) as parts:
        labels = tuple(str(label) for label in parts["labels"])
        steepness, start, sure_from, trained_on, unseen = parts["numbers"]
        weights = np.zeros((BUCKETS, len(labels)), dtype=np.float32)
        weights[parts["used"]] = parts["weights"]
        seldom = np.full(BUCKETS, unseen, dtype=np.float32)
        seldom[parts["known"]] = parts["seldom"]
    return Model(labels, weights, seldom, Certainty(float(steepness), float(start)), float(sure_from), int(trained_on))
