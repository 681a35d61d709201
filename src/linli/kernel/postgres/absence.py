"""What to tell people when the database cannot answer: that it comes back, or that its disk is full."""

from __future__ import annotations

from django.db import DatabaseError, InterfaceError, OperationalError
from psycopg.errors import DiskFull

from linli.kernel.refusal import Refusal
from linli.kernel.words import say

AGAIN_IN = 5
"""Seconds after which to try again."""


class Away(Refusal):
    """The database does not answer just now."""

    status = 503
    code = "unavailable"


class Full(Refusal):
    """There is no room on the database's disk."""

    status = 507
    code = "storage_full"


AWAY = say(
    "The system is being brought back after a fault. Wait a moment and try again. What you just sent may have"
    " arrived: look before you send it a second time.",
    "系统正在恢复，请稍等片刻再试。刚才提交的内容可能已经收到，再次提交前请先看一眼。",
)
FULL = say(
    "There is no room left on our side and nothing was saved. Try again later, or call the community.",
    "系统存储空间已满，什么都没有保存。请稍后再试，或打社区电话。",
)


def absence(error: BaseException | None) -> Refusal | None:
    """The refusal that this error of the database amounts to; None for any other error."""
    if isinstance(error, DatabaseError) and isinstance(error.__cause__, DiskFull):
        return Full(FULL)
    return Away(AWAY) if isinstance(error, OperationalError | InterfaceError) else None
