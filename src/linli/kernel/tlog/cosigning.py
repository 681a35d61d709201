"""Cosignatures (C2SP tlog-cosignature, cosignature/v1): a witness says when it saw a log, and that it only grew."""

from __future__ import annotations

from linli.kernel.tlog.doubt import Malformed, Untrue
from linli.kernel.tlog.keys import COSIGNS, SigningKey, VerifierKey
from linli.kernel.tlog.notes import Note, Signature
from linli.kernel.tlog.numerals import LARGEST

_TIME_BYTES = 8
_BYTES = _TIME_BYTES + 64


def cosign(text: str, key: SigningKey, *, at: int) -> Signature:
    """The witness's line under a checkpoint's text; `at` in POSIX seconds."""
    if key.kind != COSIGNS:
        raise Malformed("A witness needs a key for cosigning.", "见证方需要联署专用的密钥。")
    return Signature(key.name, key.verifier.key_id, at.to_bytes(_TIME_BYTES, "big") + key.sign(_message(text, at)))


def cosigned_at(note: Note, key: VerifierKey) -> int:
    """When the witness cosigned, in POSIX seconds (the latest there is); Untrue if it did not or a line is false."""
    lines = note.by(key)
    if key.kind != COSIGNS or not lines:
        raise Untrue(f"{key.name} has not vouched for this.", f"{key.name} 没有为此见证。")
    return max(_time_of(line, note.text, key) for line in lines)


def _time_of(line: Signature, text: str, key: VerifierKey) -> int:
    at = int.from_bytes(line.signature[:_TIME_BYTES], "big")
    if (
        len(line.signature) != _BYTES
        or at > LARGEST
        or not key.signed(_message(text, at), line.signature[_TIME_BYTES:])
    ):
        raise Untrue(f"The cosignature of {key.name} is false.", f"{key.name} 的联署不真实。")
    return at


def _message(text: str, at: int) -> bytes:
    return f"cosignature/v1\ntime {at}\n{text}".encode()
