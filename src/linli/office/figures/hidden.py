"""What was hidden from neighbours in words and counts: each ground, and every end beside the others."""

from __future__ import annotations

from collections.abc import Iterator

from linli.domains.requests.figures.queries import Hidings
from linli.domains.requests.vocabulary import HidingGround
from linli.kernel.words import Words, say


def counted(found: Hidings) -> Iterator[tuple[Words, int]]:
    """Times hidden and how it stands, the appeals and their ends, the grounds; nothing where nothing was hidden."""
    if not found.times and not found.flagged:
        return
    yield say("Times hidden", "隐藏次数"), found.times
    yield say("Still hidden", "现仍隐藏"), found.still_hidden
    yield say("Shown again", "已恢复"), found.shown_again
    yield say("Appeals", "申诉"), found.appealed
    yield say("Appeals to decide", "待审查"), found.waiting
    yield say("Stays hidden after the appeal", "申诉后维持"), found.upheld
    yield say("Shown again on appeal", "申诉后恢复"), found.restored
    yield say("Found improper by neighbours", "邻居举报"), found.flagged
    yield say("Of these to look at", "举报待查看"), found.flags_waiting
    yield say("Of these heeded", "举报已采纳"), found.heeded
    yield from ((ground.words, found.by_ground[ground.value]) for ground in HidingGround)
