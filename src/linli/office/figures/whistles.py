"""Whistles in words and counts, side by side, so that no number stands without those it leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from linli.domains.requests.figures.queries import Whistling
from linli.kernel.words import Words, say


def counted(found: Whistling) -> Iterator[tuple[Words, int]]:
    """What was asked and decided, who came when, and the verdicts of both sides; nothing where nobody asked."""
    if not found.asked:
        return
    yield say("Asked", "申请"), found.asked
    yield say("To decide", "待吹哨"), found.waiting
    yield say("Blown", "已吹哨"), found.blown
    yield say("Refused", "未同意"), found.refused
    yield say("No longer needed", "已失效"), found.lapsed
    yield say("Departments called", "吹哨部门"), found.called
    yield say("Reported in on time", "按时报到"), found.on_time
    yield say("Reported in late", "超时报到"), found.late
    yield say("Awaited", "待报到"), found.awaited
    yield say("Not come, overdue", "超时未报到"), found.overdue
    yield say("Let go before they came", "报到前撤回"), found.let_go
    yield say("Did their share", "办完自己的一份"), found.did_share
    yield say("Sent back undone", "未办退回"), found.sent_back
    yield say("Satisfied with them", "对部门满意"), found.satisfied
    yield say("Called rightly, they say", "部门认为吹哨合理"), found.rightly
    yield say("Called wrongly, they say", "部门认为吹哨不合理"), found.wrongly
