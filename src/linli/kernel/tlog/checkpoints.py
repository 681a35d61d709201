"""Checkpoints (C2SP tlog-checkpoint): what a log says of itself, signed: its name, its size, its root."""

from __future__ import annotations

from dataclasses import dataclass

from linli.kernel.tlog.doubt import Malformed, Untrue
from linli.kernel.tlog.keys import SigningKey, VerifierKey
from linli.kernel.tlog.notes import Note, check_signed, parse_note, sign
from linli.kernel.tlog.numerals import decimal, decode_hash, encode64

PATH = "checkpoint"
"""Where a log's newest checkpoint stands, below its prefix."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A log (`origin`) of `size` entries with this root. `extensions`: lines of other people's logs, never of ours."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The note's text: what is signed."""
        lines = (self.origin, str(self.size), encode64(self.root), *self.extensions)
        return "".join(f"{line}\n" for line in lines)


def parse_checkpoint(text: str) -> Checkpoint:
    """The checkpoint that a note's text is; Malformed where it is none."""
    origin, size, root, *extensions = [*text.split("\n")[:-1], "", "", ""][: max(3, text.count("\n"))]
    if not origin or not text.endswith("\n") or not all(extensions):
        raise Malformed("This is not a log's checkpoint.", "这不是日志的检查点。")
    checkpoint = Checkpoint(origin, decimal(size), decode_hash(root), tuple(extensions))
    if str(checkpoint) != text:
        raise Malformed("This is not a log's checkpoint.", "这不是日志的检查点。")
    return checkpoint


def sign_checkpoint(checkpoint: Checkpoint, *keys: SigningKey) -> Note:
    """The checkpoint as a note with each key's signature; the same each time."""
    text = str(checkpoint)
    return Note(text, tuple(sign(text, key) for key in keys))


def open_checkpoint(data: bytes, *, origin: str, key: VerifierKey) -> Checkpoint:
    """The checkpoint in these bytes, once it is this log's and this key signed it; Untrue or Malformed otherwise."""
    note = parse_note(data)
    checkpoint = parse_checkpoint(note.text)
    if checkpoint.origin != origin:
        raise Untrue(
            f"This is the checkpoint of another log ({checkpoint.origin}), not of {origin}.",
            f"这是另一个日志（{checkpoint.origin}）的检查点，不是 {origin} 的。",
        )
    check_signed(note, key)
    return checkpoint
