"""Receipts: a log's signed promise that entries will stand in it by a time, given before they have their numbers.

Like Certificate Transparency's SCT, written as a signed note. The text begins with words no checkpoint begins with and
its signature's key ID is of a kind of its own, so that neither can ever be taken for the other. Not of C2SP.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from linli.kernel.tlog.doubt import Malformed, Untrue
from linli.kernel.tlog.keys import SigningKey, VerifierKey
from linli.kernel.tlog.notes import Note, Signature, parse_note
from linli.kernel.tlog.numerals import decimal, decode_hash, encode64

CONTEXT = "linli/receipt/v1"
_KIND = b"\xff" + CONTEXT.encode()
"""Signature type 0xff: one that names itself (C2SP signed-note)."""

_BY = "by "
_MOST = 1_000


@dataclass(frozen=True, slots=True)
class Promised:
    """An entry to come: its stream, and the SHA-256 of its canonical JSON without its number."""

    stream: str
    digest: bytes


@dataclass(frozen=True, slots=True)
class Receipt:
    """The log `origin` promises to hold these entries at the latest at `by`, in POSIX seconds."""

    origin: str
    by: int
    entries: tuple[Promised, ...]

    def __str__(self) -> str:
        """The text that is signed."""
        entries = (f"{encode64(entry.digest)} {entry.stream}" for entry in self.entries)
        return "".join(f"{line}\n" for line in (CONTEXT, self.origin, f"{_BY}{self.by}", *entries))


def sign_receipt(receipt: Receipt, key: SigningKey) -> Note:
    """The receipt as it is handed out; the same receipt is always the same bytes."""
    text = str(receipt)
    return Note(text, (Signature(key.name, _key_id(key.verifier), key.sign(text.encode())),))


def open_receipt(data: bytes, keys: list[VerifierKey]) -> Receipt:
    """The receipt in these bytes, once one of these keys is known to have signed it; Untrue or Malformed otherwise."""
    note = parse_note(data)
    receipt = parse_receipt(note.text)
    for key in keys:
        for line in note.signatures:
            claims = (line.name, line.key_id) == (key.name, _key_id(key)) and key.name == receipt.origin
            if claims and key.signed(note.text.encode(), line.signature):
                return receipt
    raise Untrue(
        "This receipt is false: none of the log's keys that you trust has signed it.",
        "这张回执不真实：你信任的该日志密钥都没有在此签名。",
    )


def parse_receipt(text: str) -> Receipt:
    """The receipt that a note's text is, believed or not; Malformed where it is none."""
    context, origin, by, *lines = [*text.split("\n")[:-1], "", "", ""][: max(3, text.count("\n"))]
    if context != CONTEXT or not origin or not by.startswith(_BY) or not 0 < len(lines) <= _MOST:
        raise Malformed("This is not a receipt.", "这不是回执。")
    receipt = Receipt(origin, decimal(by.removeprefix(_BY)), tuple(map(_promised, lines)))
    if str(receipt) != text:
        raise Malformed("The receipt is garbled.", "回执有误。")
    return receipt


def _promised(line: str) -> Promised:
    digest, _, stream = line.partition(" ")
    if not stream:
        raise Malformed("The receipt is garbled.", "回执有误。")
    return Promised(stream, decode_hash(digest))


def _key_id(key: VerifierKey) -> bytes:
    return sha256(key.name.encode() + b"\n" + _KIND + key.public).digest()[:4]
