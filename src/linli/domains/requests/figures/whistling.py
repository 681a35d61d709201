"""What became of the whistles asked for: blown or not, who reported in on time, what both sides say of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet, Sum

from linli.domains.matters.models import Ask, Matter
from linli.domains.matters.models.ask import Outcome
from linli.domains.people.actor import Actor
from linli.domains.requests.figures.asked import Asked
from linli.domains.requests.lifecycle import WHISTLE
from linli.domains.requests.models import CalledUnit
from linli.domains.requests.whistle_states import CALLED


@dataclass(frozen=True)
class Whistling:
    """asked = waiting + blown + refused + lapsed; called = on_time + late + awaited + overdue + let_go.

    `let_go` were released before they came; `sent_back` counts shares found undone, however it ended; of those
    departments judged, `did_share` and `satisfied`; of those that judged the whistle, `rightly` and `wrongly`.
    """

    asked: int
    waiting: int
    blown: int
    refused: int
    lapsed: int
    called: int
    on_time: int
    late: int
    awaited: int
    overdue: int
    let_go: int
    sent_back: int
    did_share: int
    satisfied: int
    rightly: int
    wrongly: int


def whistling(asked: Asked, *, by: Actor, now: datetime) -> Whistling:
    """Of the whistles for requests received in the period, as they stand now; two statements."""
    received = asked.received(by=by)
    whistles = Matter.objects.filter(kind=WHISTLE.kind, parent__in=received.order_by().values("pk"))
    asks = Ask.objects.filter(kind=WHISTLE.kind, matter__in=whistles).order_by()
    outcomes = dict(asks.values_list("outcome").annotate(Count("pk")))
    return Whistling(
        asked=sum(outcomes.values()),
        waiting=outcomes.get("", 0),
        blown=outcomes.get(Outcome.GRANTED, 0),
        refused=outcomes.get(Outcome.REFUSED, 0),
        lapsed=outcomes.get(Outcome.LAPSED, 0),
        **_called(whistles, now),
    )


def _called(whistles: QuerySet[Matter], now: datetime) -> dict[str, int]:
    came, expected = Q(reported_at__isnull=False), Q(matter__state=CALLED.code)
    overdue = expected & Q(matter__due_at__lt=now)
    # A count named as a column hides it from those after it: so each stands behind the others that read its column.
    counted = CalledUnit.objects.filter(whistle__in=whistles).aggregate(
        called=Count("pk"),
        on_time=Count("pk", came & Q(late=False)),
        late=Count("pk", came & Q(late=True)),
        awaited=Count("pk", expected & ~Q(matter__due_at__lt=now)),
        overdue=Count("pk", overdue),
        let_go=Count("pk", ~came & Q(matter__closed_at__isnull=False)),
        sent_back=Sum("sent_back", default=0),
        did_share=Count("pk", Q(did_share=True)),
        satisfied=Count("pk", Q(satisfied=True)),
        wrongly=Count("pk", Q(rightly=False)),
        rightly=Count("pk", Q(rightly=True)),
    )
    return {name: int(count) for name, count in counted.items()}
