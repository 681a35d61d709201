"""Opening files: what a commitment in the record stood for, as its owner shows it to anybody, who checks it alone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest
from typing import Any

import rfc8785

from linli.kernel.tlog import (
    Malformed,
    Policy,
    Proof,
    Untrue,
    check_inclusion,
    leaf_hash,
    parse_checkpoint,
    parse_note,
    parse_proof,
    signed_by,
)

FORMAT = "linli/opening/v1"
MOST_BYTES = 2_000_000
_SALT_BYTES = 32


@dataclass(frozen=True, slots=True)
class Opening:
    """The value called `name` that an entry commits to, its salt, and the proof that the entry stands in the log."""

    name: str
    salt: bytes
    value: str
    proof: Proof

    def __bytes__(self) -> bytes:
        """The file."""
        whole = {
            "format": FORMAT,
            "name": self.name,
            "proof": bytes(self.proof).decode(),
            "salt": self.salt.hex(),
            "value": self.value,
        }
        return json.dumps(whole, ensure_ascii=False, indent=1).encode()


@dataclass(frozen=True, slots=True)
class Proven:
    """An entry that is proven to stand at `index` of the log `origin`, which then had `size` entries; who vouches."""

    origin: str
    index: int
    size: int
    entry: dict[str, Any]
    vouching: dict[str, int]
    enough: bool


def parse_opening(data: bytes) -> Opening:
    """The opening that a file holds; Malformed where it is none."""
    try:
        whole = json.loads(data[: MOST_BYTES + 1])
        if whole["format"] != FORMAT or not isinstance(whole["name"], str) or not isinstance(whole["value"], str):
            raise ValueError
        salt, proof = bytes.fromhex(whole["salt"]), whole["proof"].encode()
        whole["value"].encode()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Malformed("This is not an opening file.", "这不是揭示文件。") from None
    return Opening(whole["name"], salt, whole["value"], parse_proof(proof))


def check_opening(opening: Opening, policy: Policy) -> Proven:
    """The entry that committed to this value; Untrue where it did not, or where the entry is not proven."""
    proven = check_entry(opening.proof, policy)
    committed = proven.entry.get("commitments")
    stands = committed.get(opening.name) if isinstance(committed, dict) else None
    found = sha256(opening.salt + rfc8785.dumps(opening.value)).hexdigest()
    if len(opening.salt) != _SALT_BYTES or not isinstance(stands, str) or not compare_digest(stands, found):
        raise Untrue(
            "The entry did not commit to this value: value or salt is not what it was.",
            "该条目当时承诺的不是这个内容：内容或盐值与原来不符。",
        )
    return proven


def check_entry(proof: Proof, policy: Policy) -> Proven:
    """The entry that a proof file carries, once it is proven under a checkpoint that the policy's log signed."""
    if not proof.extra:
        raise Malformed("This proof file does not carry its entry.", "这份证明文件没有附带条目。")
    note = parse_note(proof.checkpoint)
    checkpoint = parse_checkpoint(note.text)
    signed_by(note, policy.keys_of(checkpoint.origin))
    check_inclusion(
        index=proof.index,
        size=checkpoint.size,
        leaf=leaf_hash(proof.extra),
        proof=proof.hashes,
        root=checkpoint.root,
    )
    vouching = policy.vouching(note)
    return Proven(
        checkpoint.origin, proof.index, checkpoint.size, _entry(proof.extra), vouching, policy.satisfied(vouching)
    )


def _entry(data: bytes) -> dict[str, Any]:
    try:
        entry = json.loads(data)
    except (ValueError, RecursionError):
        entry = None
    if not isinstance(entry, dict):
        raise Malformed("The proven entry is not one of a record.", "所证明的条目不属于公开记录。")
    return entry
