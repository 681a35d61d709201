"""The envelopes of WeChat's callbacks: who signed, AES-256-CBC with PKCS#7 to 32 bytes, and for which account.

After WeChat's "message encryption and decryption" for official accounts; WeCom's are the same but for the receiver.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import secrets
import struct
from dataclasses import dataclass, field
from hashlib import sha1

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7

from linli.kernel.refusal import NotAllowed
from linli.kernel.words import say

BLOCK = 32
LONGEST = 200_000


def forged() -> NotAllowed:
    """Not from WeChat, not for us, or changed on its way."""
    return NotAllowed(
        say(
            "This message is not from WeChat, or not for this account. Compare token, AES key and AppID.",
            "这条消息不是微信发给本公众号的。请核对 Token、EncodingAESKey 和 AppID。",
        )
    )


def signature_of(*parts: str) -> str:
    """SHA-1 over the sorted parts: the protocol's own, a keyed check only as the token among them is secret."""
    return sha1("".join(sorted(parts)).encode(), usedforsecurity=False).hexdigest()


def signed_right(signature: str, *parts: str) -> bool:
    """Whether that is their signature."""
    return hmac.compare_digest(signature_of(*parts).encode(), signature.encode())


@dataclass(frozen=True, slots=True)
class Sealer:
    """Seals and opens messages of one account; `key` is the 43 signs that WeChat calls EncodingAESKey."""

    app: str
    key: str = field(repr=False)

    def seal(self, message: str) -> str:
        """The message as it travels."""
        octets = message.encode()
        whole = secrets.token_bytes(16) + struct.pack(">I", len(octets)) + octets + self.app.encode()
        padder = PKCS7(BLOCK * 8).padder()
        encryptor = self._cipher().encryptor()
        sealed = encryptor.update(padder.update(whole) + padder.finalize()) + encryptor.finalize()
        return base64.b64encode(sealed).decode()

    def open(self, sealed: str) -> str:
        """The message; refuses one that is broken or for another account."""
        if len(sealed) > LONGEST:
            raise forged()
        try:
            octets = base64.b64decode(sealed, validate=True)
            decryptor = self._cipher().decryptor()
            unpadder = PKCS7(BLOCK * 8).unpadder()
            padded = decryptor.update(octets) + decryptor.finalize()
            whole = unpadder.update(padded) + unpadder.finalize()
            (length,) = struct.unpack(">I", whole[16:20])
            message, app = whole[20 : 20 + length], whole[20 + length :]
            if len(message) != length or not hmac.compare_digest(app, self.app.encode()):
                raise forged()
            return message.decode()
        except (ValueError, binascii.Error, struct.error) as error:
            raise forged() from error

    def _cipher(self) -> Cipher[modes.CBC]:
        key = base64.b64decode(self.key + "=")
        return Cipher(algorithms.AES(key), modes.CBC(key[:16]))
