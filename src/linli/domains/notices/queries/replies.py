"""What became of questions and objections: how many were answered, and what all may read of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from linli.domains.matters.models import Matter, Text
from linli.domains.matters.models.link import Relation
from linli.domains.notices.kinds import REPLIES
from linli.domains.notices.states import ANSWERED, ASKED, TAKEN_BACK, TURNED
from linli.domains.notices.vocabulary import Stance
from linli.domains.people.actor import Actor
from linli.domains.places.paths import below

SHOWN, OWN = 30, 30
COLUMNS = ("matter", "field", "body", "matter__category", "matter__closed_at")


@dataclass(frozen=True)
class ReplyRate:
    """Of those asked and not taken back: how many were answered or became requests, how many wait too long."""

    asked: int
    answered: int
    late: int

    @property
    def waiting(self) -> int:
        """Those not answered yet."""
        return self.asked - self.answered


@dataclass(frozen=True)
class Answered:
    """A question or objection and its answer, as all may read them: masked."""

    stance: Stance
    text: str
    answer: str
    at: datetime


def reply_rate(*, number: str = "", area: str = "", now: datetime) -> ReplyRate:
    """Of one notice, or of all for an area; one statement."""
    rows = _replies().exclude(state=TAKEN_BACK.code)
    if number:
        rows = rows.filter(_said_to(number))
    if area:
        rows = rows.filter(below(area))
    done = Q(state__in=[ANSWERED.code, TURNED.code])
    counted = rows.aggregate(
        asked=Count("pk"), answered=Count("pk", done), late=Count("pk", Q(state=ASKED.code, due_at__lt=now))
    )
    return ReplyRate(**counted)


def answered_on(number: str) -> Sequence[Answered]:
    """What both sides let all read, the newest first; one statement."""
    shown = _replies().filter(_said_to(number), facts__shown=True, state=ANSWERED.code)
    newest = shown.order_by("-closed_at", "-pk")[:SHOWN]
    said = Text.objects.filter(matter__in=newest, field__in=("text", "answer"))
    rows = said.order_by("-matter__closed_at", "-matter").values_list(*COLUMNS)
    found: dict[UUID, dict[str, Any]] = {}
    for matter, field, body, category, at in rows:
        one = found.setdefault(matter, {"stance": Stance(str(category)), "at": at, "text": "", "answer": ""})
        one[field] = body
    return [Answered(**one) for one in found.values()]


def own_replies(*, by: Actor) -> Sequence[Matter]:
    """The actor's own questions and objections, the newest first."""
    if by.stands_for is None:
        return []
    rows = _replies().filter(opener=by.stands_for)
    return list(rows.select_related("place", "holder_unit", "holder", "parent").order_by("-opened_at", "-pk")[:OWN])


def _said_to(number: str) -> Q:
    return Q(came_from__earlier__number=number, came_from__relation=Relation.ORIGIN)


def _replies() -> QuerySet[Matter]:
    return Matter.objects.filter(kind=REPLIES.life.kind)
