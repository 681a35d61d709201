"""The vault's and the record's keys in one file under a passphrase: scrypt (RFC 7914) and AES-256-GCM."""

from __future__ import annotations

import json
import os
from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from linli.kernel.refusal import Refusal
from linli.kernel.vault import WrappedKey
from linli.kernel.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

COST = 2**17
"""scrypt's N, with r = 8 and p = 1: 128 MB and a third of a second for every guess."""

SHORTEST = 12


@dataclass(frozen=True)
class Keys:
    """All that reads the vault, who was erased when it was written, and what the record's logs sign with."""

    made_at: datetime
    keyring: Mapping[str, bytes]
    keys: list[WrappedKey]
    erased: Mapping[str, datetime]
    signing: Sequence[str] = ()


def write_keys(
    to: Path,
    *,
    passphrase: str,
    at: datetime,
    keyring: Mapping[str, bytes],
    keys: Iterable[WrappedKey],
    erased: Mapping[str, datetime],
    signing: Sequence[str] = (),
) -> None:
    """Seal them into `to`, mode 0600; the head, with its date, is sealed against change too."""
    if len(passphrase) < SHORTEST:
        raise Refusal(
            say(
                "Choose a passphrase of at least {least} characters: it guards everyone's data.",
                "口令至少要 {least} 个字符：它守护着所有人的信息。",
                least=SHORTEST,
            )
        )
    rows = [[str(k.owner), b64encode(k.wrapped).decode(), k.master, k.made_at.isoformat()] for k in keys]
    inside = {
        "keyring": {name: b64encode(key).decode() for name, key in keyring.items()},
        "keys": rows,
        "erased": {digest: when.isoformat() for digest, when in erased.items()},
        "signing": list(signing),
    }
    salt, nonce = os.urandom(16), os.urandom(12)
    head = {"linli": "keys", "format": 1, "made_at": at.isoformat(), "salt": salt.hex(), "nonce": nonce.hex()}
    first = json.dumps(head).encode()
    sealed = AESGCM(_key(passphrase, salt)).encrypt(nonce, json.dumps(inside).encode(), first)
    part = to.with_name(to.name + ".part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
        out.write(first + b"\n" + sealed)
        out.flush()
        os.fsync(out.fileno())
    part.rename(to)


def read_keys(path: Path, *, passphrase: str) -> Keys:
    """Open a key backup; refused where file or passphrase is not the right one."""
    try:
        first, sealed = path.read_bytes().split(b"\n", 1)
        head = json.loads(first)
        key = _key(passphrase, bytes.fromhex(head["salt"]))
        inside = json.loads(AESGCM(key).decrypt(bytes.fromhex(head["nonce"]), sealed, first))
    except (OSError, ValueError, KeyError, InvalidTag) as error:
        raise Refusal(
            say(
                "{path} is not a key backup, or the passphrase is not its own.",
                "{path} 不是密钥备份，或口令不对。",
                path=path,
            )
        ) from error
    return Keys(
        made_at=datetime.fromisoformat(head["made_at"]),
        keyring={name: b64decode(key) for name, key in inside["keyring"].items()},
        keys=[WrappedKey(UUID(o), b64decode(w), m, datetime.fromisoformat(at)) for o, w, m, at in inside["keys"]],
        erased={digest: datetime.fromisoformat(when) for digest, when in inside["erased"].items()},
        signing=inside.get("signing", []),
    )


def _key(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=COST, r=8, p=1).derive(passphrase.encode())
