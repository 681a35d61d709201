"""Offline proof files (C2SP tlog-proof): an index, its inclusion proof and the checkpoint it leads to, in one text."""

from __future__ import annotations

from dataclasses import dataclass

from linli.kernel.tlog.checking import check_inclusion
from linli.kernel.tlog.checkpoints import Checkpoint, open_checkpoint
from linli.kernel.tlog.doubt import Malformed
from linli.kernel.tlog.hashing import leaf_hash
from linli.kernel.tlog.keys import VerifierKey
from linli.kernel.tlog.notes import MOST_BYTES
from linli.kernel.tlog.numerals import decimal, decode64, decode_hash, encode64

SUFFIX = ".tlog-proof"
_FIRST = "c2sp.org/tlog-proof@v1"
_MOST_HASHES = 63


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof that an entry stands at `index`; `checkpoint` is the signed note, verbatim; `extra` proves nothing."""

    index: int
    hashes: tuple[bytes, ...]
    checkpoint: bytes
    extra: bytes = b""

    def __bytes__(self) -> bytes:
        """The file."""
        extra = [f"extra {encode64(self.extra)}"] if self.extra else []
        lines = [_FIRST, *extra, f"index {self.index}", *map(encode64, self.hashes), ""]
        return "".join(f"{line}\n" for line in lines).encode() + self.checkpoint


def parse_proof(data: bytes) -> Proof:
    """The proof that a file holds; Malformed where it is cut, garbled or none."""
    head, blank, checkpoint = data[:MOST_BYTES].partition(b"\n\n")
    try:
        first, *lines = head.decode("ascii").split("\n")
    except UnicodeDecodeError:
        first, lines = "", []
    if first != _FIRST or not lines:
        raise Malformed("This is not a proof file.", "这不是证明文件。")
    if not blank or not checkpoint:
        raise Malformed("The proof file is cut off: its checkpoint is missing.", "证明文件不完整：缺少检查点。")
    extra = decode64(lines.pop(0).removeprefix("extra ")) if lines[0].startswith("extra ") else b""
    if not lines or not lines[0].startswith("index ") or len(lines) > 1 + _MOST_HASHES:
        raise Malformed("The proof file is garbled.", "证明文件有误。")
    index = decimal(lines[0].removeprefix("index "))
    return Proof(index, tuple(decode_hash(line) for line in lines[1:]), checkpoint, extra)


def check_proof(proof: Proof, *, entry: bytes, origin: str, key: VerifierKey) -> Checkpoint:
    """The checkpoint under which `entry` is proven to stand at the proof's index; Untrue or Malformed otherwise."""
    checkpoint = open_checkpoint(proof.checkpoint, origin=origin, key=key)
    check_inclusion(
        index=proof.index, size=checkpoint.size, leaf=leaf_hash(entry), proof=proof.hashes, root=checkpoint.root
    )
    return checkpoint
