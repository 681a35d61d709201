"""One line of the table: a group's figures as they are shown, with no share where too few were counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linli.domains.requests.figures.queries import Group, Rate
from linli.kernel.words import Words, say
from linli.office.figures.wanted import Wanted

FEW = 10
"""A share of fewer than this says more about chance than about the work; its numbers are shown without it."""
MEASURES = (
    say("Received", "收到"),
    say("Open now", "现未办结"),
    say("of them late", "其中超时"),
    say("Response", "响应率"),
    say("Solved", "解决率"),
    say("Satisfied", "满意率"),
    say("Unreachable", "未联系上"),
    say("Not asked yet", "尚未回访"),
    say("Left out", "已剔除"),
    say("First words (median)", "首次联系（中位）"),
    say("Returned", "退单"),
    say("More time", "延期"),
    say("Set aside", "挂账"),
    say("Reopened", "重办"),
    say("Merged", "并案"),
)
"""The columns of the table, in their order."""


@dataclass(frozen=True)
class Share:
    """A rate in a cell: its numbers always, the percentage where enough were counted."""

    part: int
    whole: int

    @property
    def percent(self) -> str:
        """The percentage, or nothing."""
        return f"{100 * self.part / self.whole:.1f}%" if self.whole >= FEW else ""

    def __str__(self) -> str:
        return f"{self.percent} ({self.part}/{self.whole})" if self.percent else f"{self.part}/{self.whole}"


@dataclass(frozen=True)
class Line:
    """A group with its cells in the order of MEASURES; `href` narrows the figures to it."""

    group: Group
    href: str
    cells: Sequence[object]
    open_width: float
    late_width: float


def lines(groups: Sequence[Group], wanted: Wanted) -> Iterator[Line]:
    """Every group, in the order it was given."""
    most = max((group.standing.open for group in groups), default=0) or 1
    for group in groups:
        late, still_open = group.standing.late, group.standing.open
        yield Line(group, wanted.narrowed(group.key), cells(group), 100 * still_open / most, 100 * late / most)


def cells(group: Group) -> Sequence[object]:
    """What stands in the table for one group."""
    rates, happened = group.rates, group.happenings
    return (
        group.balance.received,
        group.standing.open,
        group.standing.late,
        _share(rates.contacted if rates else None),
        _share(rates.solved if rates else None),
        _share(rates.satisfied if rates else None),
        rates.unreachable if rates else 0,
        rates.unasked if rates else 0,
        rates.left_out if rates else 0,
        group.contact.median_words or "–",
        happened.bounce.granted,
        happened.extension.granted,
        happened.suspension.granted,
        happened.reopened,
        happened.merged,
    )


def _share(rate: Rate | None) -> Share | Words | str:
    return Share(rate.numerator, rate.denominator) if rate and rate.denominator else "–"
