"""Filters above the worklist: what is late, mine, in one state; each says how many there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linli.design.shapes import Link
from linli.domains.matters.kinds import kinds
from linli.domains.matters.queries import Counts
from linli.domains.people.actor import Actor
from linli.domains.people.queries import names_of
from linli.kernel.words import say
from linli.office.worklist.wanted import Wanted


def chips(wanted: Wanted, counts: Counts, *, by: Actor) -> list[Link]:
    """The chips, those that are on marked; the counts are of everything asked, whatever else is on."""
    return [
        Link(href="?", words=say("All", "全部"), current=not wanted.narrowed, count=counts.total),
        Link(
            href=wanted.address(late=not wanted.late),
            words=say("Late", "已超时"),
            current=wanted.late,
            count=counts.late,
        ),
        Link(href=wanted.address(mine=not wanted.mine), words=say("Mine", "我名下的"), current=wanted.mine),
        *_states(wanted, counts),
        *_units(wanted, by),
    ]


def _states(wanted: Wanted, counts: Counts) -> Iterator[Link]:
    several = len({group.kind for group in counts.groups}) > 1
    names = {kind.life.kind: kind.life.words for kind in kinds()}
    for group in counts.groups:
        on = wanted.kind == group.kind and group.state.code in wanted.states
        words = say("{kind}: {state}", "{kind}{state}", kind=names[group.kind], state=group.state.words)
        yield Link(
            href=wanted.address(kind="" if on else group.kind, states=() if on else (group.state.code,)),
            words=words if several else group.state.words,
            current=on,
            count=group.count,
        )


def _units(wanted: Wanted, by: Actor) -> Sequence[Link]:
    if len(by.organisations) < 2:
        return []
    names = names_of(by.organisations)
    return [
        Link(href=wanted.address(unit=None if unit == wanted.unit else unit), words=words, current=unit == wanted.unit)
        for unit, words in names.items()
    ]
