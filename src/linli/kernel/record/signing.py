"""The logs' signing keys: files only the deployment's own user may read; the database has only their public halves."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from linli.kernel.refusal import Refusal
from linli.kernel.tlog import Doubt, SigningKey, VerifierKey, new_key, signing_key, verifier_key
from linli.kernel.words import say

_SUFFIX = ".skey"
_KEYS = "SELECT vkey, until FROM record_logkey WHERE log_id = %s ORDER BY since, id"
_BEGIN = "INSERT INTO record_logkey (log_id, vkey, since) VALUES (%s, %s, %s)"
_END = "UPDATE record_logkey SET until = %s WHERE vkey = %s"


class SigningKeyAway(Refusal):
    """A log's signing key is not where it should be; nothing can be signed."""

    status = 503
    code = "signing_key_away"

    def __init__(self, origin: str, path: Path) -> None:
        super().__init__(
            say(
                "The signing key of the log {origin} is not at {path}. Put it back from the key backup, or begin a new "
                "one: linli record new-key.",
                "日志 {origin} 的签名密钥不在 {path}。请从密钥备份中放回，或用 linli record new-key 启用新密钥。",
                origin=origin,
                path=path,
            )
        )


def signing_keys(log: int, origin: str) -> list[SigningKey]:
    """The keys this log signs with now, oldest first; its first one is made when it is first needed."""
    current = _current(log)
    if not current:
        return [begin_key(log, origin)]
    return [_load(key) for key in current]


def verifier_keys(log: int) -> list[VerifierKey]:
    """Every key this log ever signed with, oldest first: what is handed to auditors."""
    return [key for key, _ in _known(log)]


def begin_key(log: int, origin: str) -> SigningKey:
    """Make a further key; from now on the log signs with it too. The file is there before anyone relies on it."""
    key = new_key(origin)
    _keep(_path(key.verifier), key)
    with connection.cursor() as cursor:
        cursor.execute(_BEGIN, [log, str(key.verifier), timezone.now()])
    return key


def end_key(log: int, key_id: str) -> None:
    """Sign no longer with the key of this ID (eight hexadecimal figures); refused for the only one there is."""
    current = _current(log)
    ending = [key for key in current if key.key_id.hex() == key_id]
    if not ending or len(current) < 2:
        raise Refusal(
            say(
                "That is not one of two or more keys in use. Begin a new one first, and name the old one's ID.",
                "它不是两把以上在用密钥中的一把。请先启用新密钥，再写明旧密钥的编号。",
            )
        )
    with connection.cursor() as cursor:
        cursor.execute(_END, [timezone.now(), str(ending[0])])


def export_signing_keys() -> list[str]:
    """The private keys themselves, each a line, for a key backup. Whoever holds them can sign in the logs' names."""
    return sorted(path.read_text().strip() for path in Path(settings.RECORD_KEYS).glob(f"*{_SUFFIX}"))


def import_signing_keys(lines: Iterable[str]) -> None:
    """Put back keys from a key backup; one that is here already stays as it is."""
    for key in map(signing_key, lines):
        if not _path(key.verifier).exists():
            _keep(_path(key.verifier), key)


def _current(log: int) -> list[VerifierKey]:
    return [key for key, until in _known(log) if until is None]


def _known(log: int) -> list[tuple[VerifierKey, datetime | None]]:
    with connection.cursor() as cursor:
        cursor.execute(_KEYS, [log])
        return [(verifier_key(vkey), until) for vkey, until in cursor.fetchall()]


def _keep(path: Path, key: SigningKey) -> None:
    """Whole or not at all, and safe before anyone relies on it."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(key.secret() + "\n")
        file.flush()
        os.fsync(file.fileno())
    draft.rename(path)


def _load(key: VerifierKey) -> SigningKey:
    path = _path(key)
    try:
        found = signing_key(path.read_text())
    except (OSError, Doubt):
        raise SigningKeyAway(key.name, path) from None
    if found.verifier != key:
        raise SigningKeyAway(key.name, path)
    return found


def _path(key: VerifierKey) -> Path:
    return Path(settings.RECORD_KEYS) / f"{key.name.rpartition('/')[2]}-{key.key_id.hex()}{_SUFFIX}"
