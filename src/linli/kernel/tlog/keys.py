"""Ed25519 keys as signed notes name them: verifier keys to hand round, signing keys to keep."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from linli.kernel.tlog.doubt import Malformed
from linli.kernel.tlog.numerals import decode64, encode64

SIGNS_NOTES = 0x01
"""Signature type of a log: Ed25519 over the note's text."""

COSIGNS = 0x04
"""Signature type of a witness: Ed25519 over time and text (C2SP tlog-cosignature)."""

_KEY_BYTES = 32
_FILE_BEGINS = "PRIVATE+KEY+"
_NAME = re.compile(r"[^\s+]{1,200}")


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A public key with its name: what a reader must hold to believe a log or a witness."""

    name: str
    public: bytes
    kind: int = SIGNS_NOTES

    @property
    def key_id(self) -> bytes:
        """SHA-256(name ‖ 0x0A ‖ kind ‖ public), its first four bytes: which key a signature line means."""
        return sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:4]

    def __str__(self) -> str:
        """The verifier key as people hand it round: `name+hex8+base64`."""
        return f"{self.name}+{self.key_id.hex()}+{encode64(bytes([self.kind]) + self.public)}"

    def signed(self, message: bytes, signature: bytes) -> bool:
        """Whether this key signed the message."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key with its name; never in a database, a log line or an answer."""

    name: str
    seed: bytes = field(repr=False)
    kind: int = SIGNS_NOTES

    @property
    def verifier(self) -> VerifierKey:
        """The public half."""
        return VerifierKey(self.name, self._key().public_key().public_bytes_raw(), self.kind)

    def sign(self, message: bytes) -> bytes:
        """The 64 bytes of the Ed25519 signature; the same message always gets the same."""
        return self._key().sign(message)

    def secret(self) -> str:
        """The key as one line for its file: `PRIVATE+KEY+name+hex8+base64`, as Go's note package writes it."""
        return f"{_FILE_BEGINS}{self.name}+{self.verifier.key_id.hex()}+{encode64(bytes([self.kind]) + self.seed)}"

    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)


def new_key(name: str, *, kind: int = SIGNS_NOTES) -> SigningKey:
    """A key nobody else has."""
    return SigningKey(named(name), Ed25519PrivateKey.generate().private_bytes_raw(), kind)


def named(name: str) -> str:
    """The name itself; Malformed where no key may be called so."""
    if not _NAME.fullmatch(name) or not name.isprintable():
        raise Malformed("A key's name has no spaces and no plus sign.", "密钥名称中不能有空格和加号。")
    return name


def verifier_key(text: str) -> VerifierKey:
    """The key that `name+hex8+base64` writes; Malformed where the parts do not belong together."""
    name, _, rest = text.strip().partition("+")
    key_id, _, data = rest.partition("+")
    kind, public = _kind_and_bytes(data)
    key = VerifierKey(named(name), public, kind)
    if key.key_id.hex() != key_id:
        raise Malformed("This verifier key was changed or cut off.", "这把校验公钥被改动过或不完整。")
    return key


def signing_key(text: str) -> SigningKey:
    """The key that its file's line writes."""
    if not text.startswith(_FILE_BEGINS):
        raise Malformed("This is not a signing key's file.", "这不是签名密钥文件。")
    name, _, rest = text.removeprefix(_FILE_BEGINS).strip().partition("+")
    key_id, _, data = rest.partition("+")
    kind, seed = _kind_and_bytes(data)
    key = SigningKey(named(name), seed, kind)
    if key.verifier.key_id.hex() != key_id:
        raise Malformed("This signing key's file was changed or cut off.", "签名密钥文件被改动过或不完整。")
    return key


def _kind_and_bytes(data: str) -> tuple[int, bytes]:
    kind, *rest = decode64(data)
    if kind not in (SIGNS_NOTES, COSIGNS) or len(rest) != _KEY_BYTES:
        raise Malformed("This is not an Ed25519 key.", "这不是 Ed25519 密钥。")
    return kind, bytes(rest)
