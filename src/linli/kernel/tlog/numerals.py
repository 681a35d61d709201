"""Numbers and hashes as the formats write them: decimal without leading zeroes, strict base64."""

from __future__ import annotations

import base64
import re

from linli.kernel.tlog.doubt import Malformed
from linli.kernel.tlog.hashing import HASH_BYTES

LARGEST = 2**63 - 1
_DECIMAL = re.compile(r"0|[1-9][0-9]{0,18}")


def decimal(text: str) -> int:
    """The number that `text` writes in ASCII digits; Malformed for a sign, a leading zero or one above 2⁶³-1."""
    if not _DECIMAL.fullmatch(text) or (number := int(text)) > LARGEST:
        raise Malformed("A number is not written as one.", "有一处数字写得不对。")
    return number


def encode64(data: bytes) -> str:
    """Standard base64 (RFC 4648 section 4)."""
    return base64.b64encode(data).decode()


def decode64(text: str) -> bytes:
    """The bytes of standard base64; Malformed unless `text` is exactly how they are written."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        data = b""
    if not data or encode64(data) != text:
        raise Malformed("A hash or signature is garbled or cut off.", "有一处散列值或签名残缺或有误。")
    return data


def decode_hash(text: str) -> bytes:
    """The hash that one line of base64 holds; Malformed unless it has 32 bytes."""
    data = decode64(text)
    if len(data) != HASH_BYTES:
        raise Malformed("A hash is not 32 bytes long.", "有一处散列值不是 32 字节。")
    return data
