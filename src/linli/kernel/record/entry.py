"""The bytes of an entry: what the act wrote, and what is published once it has a number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from linli.kernel.record.canonical import Json, NotForTheRecord, canonical, refuse_personal

LARGEST = 65_535
"""Bytes of a published entry at most: its length is a big-endian uint16 in an entry tile (C2SP tlog-tiles)."""

_ROOM_FOR_NUMBER = len(b',"number":9007199254740991')
_STREAM = re.compile(r"[A-Za-z0-9._:/-]{1,200}")
_KIND = re.compile(r"[a-z0-9_.]{1,100}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """One public fact to be entered.

    `stream`: whose gap-free count it joins, a community and a kind of thing ("110105001001/requests"); `kind`: what
    happened ("request.filed"); `body`: coded values only (`Json`), never free text, nothing personal; `private`:
    named values that enter only as salted commitments; `at`: when it happened, aware; `None` only where the time
    itself would tell who (ballots).
    """

    stream: str
    kind: str
    body: Mapping[str, Any]
    at: datetime | None
    private: Mapping[str, str | bytes] = field(default_factory=dict)


def written(fact: Fact, *, entry: UUID, commitments: Mapping[str, str]) -> tuple[bytes, list[bytes]]:
    """The canonical JSON of an entry as its act writes it, and its body's own bytes if they were too large for it.

    Members: at (RFC 3339, UTC, milliseconds), body, commitments (name → hex), id, kind, stream; no number yet. A body
    that would make the entry larger than `LARGEST` is replaced by the member digest: SHA-256, hex, of its canonical
    JSON, which is then the second result. `NotForTheRecord` says what else may not enter.
    """
    if not _STREAM.fullmatch(fact.stream) or not _KIND.fullmatch(fact.kind):
        raise NotForTheRecord("a stream is letters, digits and ._:/- ; a kind is small letters, digits, _ and .")
    own: Json = dict(fact.body)
    members: dict[str, Json] = {"body": own, "id": str(entry), "kind": fact.kind, "stream": fact.stream}
    if fact.at is not None:
        members["at"] = _utc(fact.at)
    if commitments:
        members["commitments"] = dict(commitments)
    whole = canonical(members)
    refuse_personal(own)
    if len(whole) + _ROOM_FOR_NUMBER <= LARGEST:
        return whole, []
    del members["body"]
    body = canonical(own)
    whole = canonical({**members, "digest": sha256(body).hexdigest()})
    if len(whole) + _ROOM_FOR_NUMBER > LARGEST:
        raise NotForTheRecord(f"an entry holds at most {LARGEST} bytes; this one has too many commitments")
    return whole, [body]


def published(body: bytes, *, stream: str, number: int) -> bytes:
    """The entry as every reader sees it, the leaf of the log: `body` with the member number, still canonical.

    A reader who takes the number out again and hashes has the `digest` that was promised to whoever acted.
    """
    end = b',"stream":' + canonical(stream) + b"}"
    return body.removesuffix(end) + b',"number":%d' % number + end


def _utc(at: datetime) -> str:
    if at.tzinfo is None:
        raise NotForTheRecord("the time of a fact must carry its time zone")
    return at.astimezone(UTC).isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"
