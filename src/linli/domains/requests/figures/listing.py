"""Requests as lines of a sheet: the columns that all have, and those that the door they came through adds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localtime

from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Matter
from linli.domains.people.queries import names_of
from linli.domains.places.queries import labels
from linli.domains.requests.categories import category_words
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.models import Request
from linli.domains.requests.vocabulary import Channel, RequestKind, Urgency
from linli.kernel.words import Vocabulary, Words, say

COLUMNS = (
    say("Number", "编号"),
    say("Subject (masked)", "主题（已遮蔽）"),
    say("Place", "地点"),
    say("Category", "类别"),
    say("What is wanted", "诉求性质"),
    say("Urgency", "紧急程度"),
    say("Channel", "来源"),
    say("Unit that answers", "承办单位"),
    say("State", "状态"),
    say("Received", "收到时间"),
    say("Due", "到期时间"),
    say("Closed", "结案时间"),
    say("Times returned", "退单次数"),
    say("Times reopened", "重办次数"),
)


@dataclass(frozen=True)
class Beside:
    """What a door knows of its requests beyond the rest: columns, and the cells of these requests."""

    columns: Sequence[Words]
    cells: Callable[[Sequence[Matter]], Mapping[UUID, Sequence[str]]]


BESIDE: dict[str, Beside] = {}
"""By channel; each door registers its own."""


READ_OF_EACH = (
    *("number", "title", "path", "category", "facts", "state", "opened_at", "due_at", "closed_at", "kind"),
    *("holder_unit_id", "version"),
)


def columns_of(channel: str = "") -> Sequence[Words]:
    """The names of the columns, with those that this door alone knows."""
    return (*COLUMNS, *BESIDE[channel].columns) if channel in BESIDE else COLUMNS


def lines_of(found: Sequence[Matter], *, channel: str = "") -> Iterator[list[str]]:
    """A line for each request; as many statements for one as for thousands."""
    if channel not in BESIDE:
        yield from _common(found)
        return
    beside = BESIDE[channel]
    known = beside.cells(found)
    for matter, line in zip(found, _common(found), strict=True):
        yield [*line, *known.get(matter.pk, [""] * len(beside.columns))]


def _common(found: Sequence[Matter]) -> Iterator[list[str]]:
    said = labels(matter.path for matter in found)
    units = names_of(UUID(code) for matter in found if (code := matter.facts.get("lead_unit")))
    own = Request.objects.in_bulk([matter.pk for matter in found])
    states = kind_of(REQUEST.kind).life.by_code
    for matter in found:
        facts, request = matter.facts, own[matter.pk]
        unit = facts.get("lead_unit")
        yield [
            matter.number,
            matter.title,
            str(said.get(matter.path, "")),
            str(category_words(matter.category)),
            _word(RequestKind, facts.get("kind", "")),
            _word(Urgency, facts.get("urgency", "")),
            _word(Channel, request.channel),
            str(units.get(UUID(unit), "")) if unit else "",
            str(states[matter.state].words),
            *(moment(at) for at in (matter.opened_at, matter.due_at, matter.closed_at)),
            str(request.bounces),
            str(request.reopenings),
        ]


def _word(words: type[Vocabulary], code: str) -> str:
    return str(words(code).words) if code in words.codes() else code


def moment(at: datetime | None) -> str:
    """A time as a cell says it."""
    return f"{localtime(at):%Y-%m-%d %H:%M}" if at else ""
