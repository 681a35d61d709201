"""The public record's contract: entries written with their action, numbered densely after commit.

Two steps, never one. An act enters its facts (`enter_many`) in its own transaction, without numbers and without
locks. The sequencer (`run_sequencer`) numbers what has been committed. What is published, hashed and proven is
`published(…)`: the canonical JSON of the act with its stream number in it. See docs/explanation/record.md.
"""

from linli.kernel.record.canonical import Json, NotForTheRecord, canonical
from linli.kernel.record.commitment import commitment, matches
from linli.kernel.record.entry import Fact, published
from linli.kernel.record.numbering import number_pending, run_sequencer, waiting
from linli.kernel.record.opening import body_of, erase_salts, opens, salt_of
from linli.kernel.record.standing import Standing, standings
from linli.kernel.record.writing import enter, enter_many

__all__ = [
    "Fact",
    "Json",
    "NotForTheRecord",
    "Standing",
    "body_of",
    "canonical",
    "commitment",
    "enter",
    "enter_many",
    "erase_salts",
    "matches",
    "number_pending",
    "opens",
    "published",
    "run_sequencer",
    "salt_of",
    "standings",
    "waiting",
]
