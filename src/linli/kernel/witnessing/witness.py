"""What a witness answers to a log's add-checkpoint (C2SP tlog-witness), in the order in which it must look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from linli.kernel.tlog import (
    Checkpoint,
    Doubt,
    Malformed,
    Note,
    Policy,
    SigningKey,
    check_consistency,
    cosign,
    parse_checkpoint,
    parse_note,
    signed_by,
)
from linli.kernel.tlog.numerals import decimal, decode_hash
from linli.kernel.witnessing.memory import Memory

MOST_HASHES = 63
MOST_BYTES = 64 * 1024
"""Bytes of a request at most: a checkpoint with a few dozen signatures and its proof."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer."""

    status: int
    body: str
    kind: str = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Witnessing:
    """A witness: its own key, the logs it knows (`policy`), what it remembers, and a clock in POSIX seconds."""

    key: SigningKey
    policy: Policy
    memory: Memory
    clock: Callable[[], float]

    def add(self, body: bytes) -> Answer:
        """Cosign the checkpoint if the log only grew; say why not otherwise. Persists before it answers."""
        try:
            old, proof, note = _request(body)
            new = parse_checkpoint(note.text)
        except Doubt as doubt:
            return Answer(400, doubt.en + "\n")
        keys = self.policy.keys_of(new.origin)
        if not keys:
            return Answer(404, "This witness does not know that log.\n")
        try:
            signed_by(note, keys)
        except Doubt as doubt:
            return Answer(403, doubt.en + "\n")
        if old > new.size:
            return Answer(400, "The old size is above the checkpoint's.\n")
        return self._compared(old, proof, note, new)

    def _compared(self, old: int, proof: list[bytes], note: Note, new: Checkpoint) -> Answer:
        last = self.memory.last(new.origin)
        if old != last.size or (old == new.size and last.root != new.root):
            return _conflict(last)
        try:
            check_consistency(old=old, new=new.size, old_root=last.root, new_root=new.root, proof=proof)
        except Doubt as doubt:
            return Answer(422, doubt.en + "\n")
        if not self.memory.go_forward(last, new, bytes(note).decode()):
            return _conflict(self.memory.last(new.origin))  # another request was faster
        return Answer(200, f"{cosign(note.text, self.key, at=int(self.clock()))}\n")


def _conflict(last: Checkpoint) -> Answer:
    return Answer(409, f"{last.size}\n", "text/x.tlog.size")


def _request(body: bytes) -> tuple[int, list[bytes], Note]:
    head, blank, note = body.partition(b"\n\n")
    try:
        first, *lines = head.decode("ascii").split("\n")
    except UnicodeDecodeError:
        first, lines = "", []
    if not blank or not first.startswith("old ") or len(lines) > MOST_HASHES:
        raise Malformed("This is not a request to witness a checkpoint.", "这不是请求见证检查点的内容。")
    return decimal(first.removeprefix("old ")), [decode_hash(line) for line in lines], parse_note(note)
