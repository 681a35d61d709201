"""Notes what the city is to be told, in the transaction of the act it tells of: no act, no push; an act, surely one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.db.models import Max

from linli.domains.matters.engine import Act
from linli.domains.requests.hotline.hearing import HOTLINE_FACT
from linli.domains.requests.hotline.jobs import tell_soon
from linli.domains.requests.hotline.models import Order, Push
from linli.domains.requests.hotline.told import BY_VERB, OF_LEAD, OF_REQUEST
from linli.domains.requests.kinds import ASSIGNMENTS, REQUESTS
from linli.domains.requests.lifecycle import assignment as lead
from linli.domains.requests.states import IN_PROGRESS, REPLIED


@REQUESTS.after(*OF_REQUEST)
def _of_request(acts: Sequence[Act]) -> None:
    _note([(act, act.matter.pk, act.target.code) for act in acts if HOTLINE_FACT in act.matter.facts])


@ASSIGNMENTS.after(*OF_LEAD)
def _of_lead(acts: Sequence[Act]) -> None:
    leading = [act for act in acts if act.matter.facts["lead"] and HOTLINE_FACT in act.parent.facts]
    _note([(act, act.parent.pk, _leads_to(act)) for act in leading])


def _leads_to(act: Act) -> str:
    """Where the request stands once it has followed."""
    return (REPLIED if isinstance(act.details, lead.Answer) else IN_PROGRESS).code


def _note(acts: Sequence[tuple[Act, UUID, str]]) -> None:
    """One push an act, each after those noted before; the order's row keeps two from taking one place."""
    if not acts:
        return
    orders = Order.objects.select_for_update().filter(pk__in=[request for _, request, _ in acts]).order_by("pk")
    places = dict.fromkeys([order.pk for order in orders], 0)
    newest = Push.objects.filter(order__in=places).values_list("order").annotate(Max("place"))
    places.update(dict(newest))
    Push.objects.bulk_create(_pushes(acts, places))
    tell_soon()


def _pushes(acts: Sequence[tuple[Act, UUID, str]], places: dict[UUID, int]) -> Iterator[Push]:
    for act, request, state in acts:
        if request in places:  # whatever else bears such a number has no order
            places[request] += 1
            yield Push(
                event=act.event.pk,
                place=places[request],
                order_id=request,
                kind=BY_VERB[type(act.details).verb()].telling,
                state=state,
                noted_at=act.at,
                due_at=act.at,
            )
