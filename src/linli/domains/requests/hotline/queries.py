"""What the office reads of the hotline: a request's order and what was told of it, how the line is, what is stuck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Count

from linli.domains.matters.models import Matter
from linli.domains.matters.seeing import visible_to
from linli.domains.people.actor import Actor
from linli.domains.people.rights import require_anywhere
from linli.domains.requests.hotline.hearing import CITY_12345, HOTLINE_FACT
from linli.domains.requests.hotline.models import Line, Order, Progress, Push
from linli.domains.requests.hotline.vocabulary import Standing, Telling
from linli.domains.requests.rights import DISPATCH
from linli.kernel.words import Words, say

SHOWN = 100
PROGRESS: dict[str, Words] = {
    Progress.WAITING: say("waits", "待回传"),
    Progress.SENDING: say("being told", "回传中"),
    Progress.SENT: say("told", "已回传"),
    Progress.STUCK: say("stuck", "回传失败"),
}


@dataclass(frozen=True)
class PushSeen:
    """One telling as staff read it."""

    id: UUID
    what: Words
    how: Words
    stuck: bool
    told: bool
    attempts: int
    error: str
    at: datetime
    due_at: datetime
    number: str
    matter: Matter


@dataclass(frozen=True)
class OrderSeen:
    """A request's order at the city."""

    number: str
    standing: Words
    sign_for_by: datetime | None
    answer_by: datetime | None
    contradictions: int
    pushes: Sequence[PushSeen]


@dataclass(frozen=True)
class LineSeen:
    """How the line to the city is."""

    opened: bool
    reached: bool
    line: Line
    orders: int
    counts: dict[str, int]
    stuck: Sequence[PushSeen]

    @property
    def waiting(self) -> int:
        """How much is still to be told."""
        return self.counts.get(Progress.WAITING, 0) + self.counts.get(Progress.SENDING, 0)

    @property
    def told(self) -> int:
        """How much the city took."""
        return self.counts.get(Progress.SENT, 0)


def order_of(matter: Matter) -> OrderSeen | None:
    """The order that a matter already read by right came from; no statement where it came by another door."""
    if HOTLINE_FACT not in matter.facts:
        return None
    order = Order.objects.filter(pk=matter.pk).first()
    if order is None:
        return None
    pushes = Push.objects.filter(order=order).order_by("place")
    return OrderSeen(
        number=order.number,
        standing=Standing(order.standing).words,
        sign_for_by=order.sign_for_by,
        answer_by=order.answer_by,
        contradictions=order.contradictions,
        pushes=[_seen(push, order, matter) for push in pushes],
    )


def line_seen(*, by: Actor) -> LineSeen:
    """The line, and the orders of the actor's own areas."""
    require_anywhere(by, DISPATCH)
    mine = Push.objects.filter(order__in=visible_to(by, kind="request").values("pk"))
    stuck = mine.filter(progress=Progress.STUCK).select_related("order__matter").order_by("done_at")[:SHOWN]
    counted = dict(mine.order_by().values_list("progress").annotate(Count("event")))
    return LineSeen(
        opened=bool(settings.HOTLINE_SECRET),
        reached=bool(settings.HOTLINE_SECRET and settings.HOTLINE_URL),
        line=Line.objects.filter(pk=CITY_12345).first() or Line(pk=CITY_12345),
        orders=Order.objects.filter(matter__in=visible_to(by, kind="request").values("pk")).count(),
        counts=counted,
        stuck=[_seen(push, push.order, push.order.matter) for push in stuck],
    )


def _seen(push: Push, order: Order, matter: Matter) -> PushSeen:
    return PushSeen(
        id=push.event,
        what=Telling(push.kind).words,
        how=PROGRESS[push.progress],
        stuck=push.progress == Progress.STUCK,
        told=push.progress == Progress.SENT,
        attempts=push.attempts,
        error=push.error,
        at=push.done_at or push.noted_at,
        due_at=push.due_at,
        number=order.number,
        matter=matter,
    )
