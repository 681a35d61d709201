"""The public record's contract: entries written with their action, numbered densely after commit.

Three steps, never one. An act enters its facts (`enter_many`) in its own transaction, without numbers and without
locks. The sequencer (`run_sequencer`) numbers what has been committed, then publishes it: tiles, then a signed
checkpoint, in the log that the stream belongs to (`open_log`). What is published, hashed and proven is
`published(…)`: the canonical JSON of the act with its stream number in it. See docs/explanation/record.md.
"""

from linli.kernel.record.canonical import Json, NotForTheRecord, canonical
from linli.kernel.record.commitment import commitment, matches
from linli.kernel.record.entry import Fact, published
from linli.kernel.record.lagging import unsigned
from linli.kernel.record.logs import LogHead, all_logs, log_called, log_of, open_log
from linli.kernel.record.numbering import number_pending, waiting
from linli.kernel.record.opening import body_of, erase_salts, opens, salt_of
from linli.kernel.record.promising import noting_entries, receipts
from linli.kernel.record.publishing import Publisher, store_of
from linli.kernel.record.sequencing import Sequencer, run_sequencer
from linli.kernel.record.showing import proof_of
from linli.kernel.record.signing import (
    begin_key,
    end_key,
    export_signing_keys,
    import_signing_keys,
    signing_keys,
    verifier_keys,
)
from linli.kernel.record.standing import Standing, standings
from linli.kernel.record.trusting import policy_text, witnesses
from linli.kernel.record.vouching import WitnessStanding, witness_standings
from linli.kernel.record.writing import enter, enter_many

__all__ = [
    "Fact",
    "Json",
    "LogHead",
    "NotForTheRecord",
    "Publisher",
    "Sequencer",
    "Standing",
    "WitnessStanding",
    "all_logs",
    "begin_key",
    "body_of",
    "canonical",
    "commitment",
    "end_key",
    "enter",
    "enter_many",
    "erase_salts",
    "export_signing_keys",
    "import_signing_keys",
    "log_called",
    "log_of",
    "matches",
    "noting_entries",
    "number_pending",
    "open_log",
    "opens",
    "policy_text",
    "proof_of",
    "published",
    "receipts",
    "run_sequencer",
    "salt_of",
    "signing_keys",
    "standings",
    "store_of",
    "unsigned",
    "verifier_keys",
    "waiting",
    "witness_standings",
    "witnesses",
]
