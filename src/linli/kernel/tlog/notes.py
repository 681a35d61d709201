"""Signed notes (C2SP signed-note): a text, a blank line, and lines of signatures."""

from __future__ import annotations

from dataclasses import dataclass

from linli.kernel.tlog.doubt import Malformed, Untrue
from linli.kernel.tlog.keys import SIGNS_NOTES, SigningKey, VerifierKey, named
from linli.kernel.tlog.numerals import decode64, encode64

MOST_BYTES = 1_000_000
MOST_SIGNATURES = 100
"""Readers must take at least 16."""

_DASH = "\u2014 "
_ID_BYTES = 4


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line: whose key (name and ID) and what it wrote."""

    name: str
    key_id: bytes
    signature: bytes

    def __str__(self) -> str:
        return f"{_DASH}{self.name} {encode64(self.key_id + self.signature)}"


@dataclass(frozen=True, slots=True)
class Note:
    """A text ending in a newline, with its signatures, none of them believed yet."""

    text: str
    signatures: tuple[Signature, ...]

    def __bytes__(self) -> bytes:
        """The note as it is stored and sent."""
        lines = "".join(f"{line}\n" for line in self.signatures)
        return f"{self.text}\n{lines}".encode()

    def by(self, key: VerifierKey) -> list[Signature]:
        """The lines that claim to be this key's; others are to be ignored."""
        return [line for line in self.signatures if (line.name, line.key_id) == (key.name, key.key_id)]

    def with_signatures(self, *more: Signature) -> Note:
        """The same text with further signatures behind; one that is there already is not repeated."""
        return Note(self.text, tuple(dict.fromkeys((*self.signatures, *more))))


def parse_note(data: bytes) -> Note:
    """The note that these bytes are; Malformed says what is wrong. No signature is checked here."""
    if len(data) > MOST_BYTES:
        raise Malformed("This is too long for a signed note.", "内容过长，不是签名文件。")
    try:
        whole = data.decode()
    except UnicodeDecodeError:
        raise Malformed("A signed note must be UTF-8 text.", "签名文件必须是 UTF-8 文本。") from None
    if any(ord(letter) < 0x20 and letter != "\n" for letter in whole):
        raise Malformed("A signed note has control characters in it.", "签名文件里有控制字符。")
    text, blank, lines = whole.rpartition("\n\n")
    if not blank or not lines.endswith("\n"):
        raise Malformed("A signed note is cut off: its signatures are missing.", "签名文件不完整：缺少签名。")
    signatures = [_signature(line) for line in lines[:-1].split("\n", MOST_SIGNATURES + 1)]
    if len(signatures) > MOST_SIGNATURES:
        raise Malformed("A signed note has too many signatures.", "签名过多。")
    return Note(text + "\n", tuple(signatures))


def sign(text: str, key: SigningKey) -> Signature:
    """The key's own line under the text."""
    return Signature(key.name, key.verifier.key_id, key.sign(text.encode()))


def check_signed(note: Note, key: VerifierKey) -> None:
    """Untrue unless the note carries this key's signature and every line that claims to be its own holds."""
    lines = note.by(key)
    if key.kind != SIGNS_NOTES or not lines:
        raise Untrue(f"{key.name} has not signed this.", f"{key.name} 没有在此签名。")
    if not all(key.signed(note.text.encode(), line.signature) for line in lines):
        raise Untrue(f"The signature of {key.name} is false.", f"{key.name} 的签名不真实。")


def _signature(line: str) -> Signature:
    name, _, data = line.removeprefix(_DASH).partition(" ")
    if not line.startswith(_DASH):
        raise Malformed("A signature line is garbled.", "有一行签名有误。")
    whole = decode64(data)
    if len(whole) <= _ID_BYTES:
        raise Malformed("A signature is cut off.", "有一处签名不完整。")
    return Signature(named(name), whole[:_ID_BYTES], whole[_ID_BYTES:])
