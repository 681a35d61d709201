"""How much of a matter stands on the public record, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from linli.domains.matters.queries.timeline import Moment
from linli.kernel.record import Standing, standings


@dataclass(frozen=True)
class Proof:
    """The entries of a matter's public acts; `waiting` have no number yet, `last` is the newest that has."""

    entries: int
    waiting: int
    last: Standing | None


def proof_of(moments: Iterable[Moment]) -> Proof:
    """Where the record holds these moments; one statement."""
    found = standings([moment.entry for moment in moments if moment.entry])
    numbered = [one for one in found.values() if one.number is not None]
    last = max(numbered, key=lambda one: one.leaf or 0, default=None)
    return Proof(len(found), len(found) - len(numbered), last)
