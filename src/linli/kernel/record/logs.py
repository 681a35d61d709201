"""The logs of this deployment: which there are, and which streams each of them holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import connection

from linli.kernel.refusal import Invalid
from linli.kernel.words import say

MAIN = "main"
"""The log of every stream that no other log claims."""

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
_OPEN = """
INSERT INTO record_log (name, prefix, origin, size)
SELECT %(name)s, %(prefix)s, %(origin)s, 0
WHERE NOT EXISTS (SELECT FROM record_log WHERE name = %(name)s OR prefix = %(prefix)s) ON CONFLICT DO NOTHING
"""
_HEADS = "SELECT id, name, prefix, origin, size, root, checkpoint FROM record_log"
_OF_STREAM = f"""{_HEADS} WHERE id = coalesce(
    (SELECT log_id FROM record_entry WHERE stream = %(stream)s AND stream_number IS NOT NULL
     ORDER BY stream_number DESC LIMIT 1),
    (SELECT id FROM record_log WHERE starts_with(%(stream)s, prefix) ORDER BY length(prefix) DESC LIMIT 1))
"""  # noqa: S608 - our own words


@dataclass(frozen=True, slots=True)
class LogHead:
    """One log and what was signed of it last; `root` and `checkpoint` are empty before the first time."""

    id: int
    name: str
    prefix: str
    origin: str
    size: int
    root: bytes
    checkpoint: bytes


def open_log(name: str, *, prefix: str) -> None:
    """Have streams that begin with `prefix` go to a log of their own; nothing happens where there is one already.

    A stream that has begun elsewhere stays there. Invalid for a name that would not fit into an address.
    """
    if not _NAME.fullmatch(name):
        raise Invalid(
            say(
                "A log's name is small letters, digits and hyphens, at most 63. Choose another.",
                "日志名称只能用小写字母、数字和连字符，最多 63 个字符，请另取。",
            )
        )
    with connection.cursor() as cursor:
        cursor.execute(_OPEN, {"name": name, "prefix": prefix, "origin": f"{settings.RECORD_ORIGIN}/{name}"})


def ensure_main() -> None:
    """Open the log for whatever no other log claims, where there is none yet."""
    open_log(MAIN, prefix="")


def all_logs() -> list[LogHead]:
    """Every log, in the order they were opened."""
    return _heads(f"{_HEADS} ORDER BY id", {})


def log_called(name: str) -> LogHead | None:
    """The log of this name, if there is one."""
    return next(iter(_heads(f"{_HEADS} WHERE name = %(name)s", {"name": name})), None)


def log_of(stream: str) -> LogHead:
    """The log that holds this stream, or will."""
    ensure_main()
    return _heads(_OF_STREAM, {"stream": stream})[0]


def _heads(statement: str, given: dict[str, str]) -> list[LogHead]:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return [LogHead(*row[:5], *(bytes(each or b"") for each in row[5:])) for row in rows]
