"""The figures as they are shown, as lines of a sheet: the whole first, then every part."""

from __future__ import annotations

from collections.abc import Sequence

from linli.domains.requests.figures.balance import APART
from linli.domains.requests.figures.queries import Figures, Group
from linli.kernel.words import Words, say
from linli.office.figures.ages import BANDS
from linli.office.figures.parts import MEASURES, cells

FIRST = (say("Told apart by", "分项方式"), say("Which", "分项"))
NINTH = say("First words (nine of ten)", "首次联系（九成）")
WAITING = say("No word yet", "尚未联系")
OPEN_OF_THESE = say("Of those received: open", "收到的诉求：在办")
OPEN_SINCE = say("Open now: {age}", "现未办结：{age}")
WHOLE = say("All of it", "合计")


def columns() -> Sequence[Words]:
    """The names of the columns; what the page says in its own sections stands behind what its table says."""
    aged = [OPEN_SINCE.fill(age=band) for band in BANDS]
    return (*FIRST, *MEASURES, NINTH, WAITING, OPEN_OF_THESE, *(state.words for state in APART), *aged)


def rows(found: Figures) -> Sequence[Sequence[str]]:
    """The whole, then the parts."""
    parts = [(str(by.words), group) for by, groups in found.parts.items() for group in groups]
    return [_row(str(WHOLE), found.whole), *(_row(by, group) for by, group in parts)]


def _row(by: str, group: Group) -> list[str]:
    apart = [group.balance.apart[state] for state in APART]
    more = (group.contact.slow_words or "–", group.contact.waiting, group.balance.open, *apart, *group.standing.ages)
    return [by, str(group.words), *(str(cell) for cell in (*cells(group), *more))]
