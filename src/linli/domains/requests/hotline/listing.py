"""What a sheet of the city's orders says beyond any request: its number there, its standing, what was told of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db.models import Count, Max, Q

from linli.domains.matters.models import Matter
from linli.domains.requests.figures.listing import BESIDE, Beside, moment
from linli.domains.requests.hotline.models import Order, Progress
from linli.domains.requests.hotline.vocabulary import Standing
from linli.domains.requests.vocabulary import Channel
from linli.kernel.words import say

COLUMNS = (
    say("Number at the city", "市热线工单号"),
    say("How it stands there", "市热线状态"),
    say("City: sign for by", "市热线签收时限"),
    say("City: answer by", "市热线办结时限"),
    say("Told", "已回传"),
    say("Still to be told", "待回传"),
    say("Stuck", "回传失败"),
    say("Last told", "最近回传"),
)


def cells(found: Sequence[Matter]) -> Mapping[UUID, Sequence[str]]:
    """The cells of each order among these requests. One statement."""
    told, stuck = Q(pushes__progress=Progress.SENT), Q(pushes__progress=Progress.STUCK)
    orders = Order.objects.filter(pk__in=[matter.pk for matter in found]).annotate(
        told=Count("pushes", filter=told),
        stuck=Count("pushes", filter=stuck),
        noted=Count("pushes"),
        last_told=Max("pushes__done_at", filter=told),
    )
    return {
        order.pk: [
            order.number,
            str(Standing(order.standing).words),
            moment(order.sign_for_by),
            moment(order.answer_by),
            str(order.told),
            str(order.noted - order.told - order.stuck),
            str(order.stuck),
            moment(order.last_told),
        ]
        for order in orders
    }


BESIDE[Channel.HOTLINE.value] = Beside(COLUMNS, cells)
