"""What requests hear from the rooms below: a person was forgotten, a clock ran out."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.utils import timezone

from linli.domains.matters.engine import Move, perform_many
from linli.domains.matters.missing import MISSED
from linli.domains.matters.models import Matter
from linli.domains.people.actor import SYSTEM
from linli.domains.people.announcing import PERSON_ERASED
from linli.domains.requests.lifecycle import ASSIGNMENT, REPORT_IN, REQUEST
from linli.domains.requests.lifecycle.planning import PlannedDayCame
from linli.domains.requests.lifecycle.request import Supervise, Withdraw
from linli.domains.requests.models import CalledUnit
from linli.domains.requests.states import OPEN
from linli.kernel.events import Event, subscribe


@subscribe(PERSON_ERASED, name="requests.withdraw")
def withdraw_open_requests(event: Event) -> None:
    """Nobody can answer whoever is forgotten: what they had open counts as taken back by them."""
    person = UUID(event.payload["person"])
    states = [state.code for state in OPEN]
    waiting = Matter.objects.filter(kind=REQUEST.kind, opener=person, state__in=states).values_list("pk", flat=True)
    moves = [Move(matter=matter, details=Withdraw()) for matter in waiting]
    perform_many(moves, by=replace(SYSTEM, person=person), at=timezone.now())


@subscribe(MISSED, name="requests.supervise_late_report_in")
def supervise_late_report_in(event: Event) -> None:
    """A department that was called and did not report in is late for all to see: its request is watched from now on."""
    if event.payload["kind"] != REPORT_IN.kind or event.payload["clock"] != "report_in":
        return
    late = CalledUnit.objects.filter(pk=event.payload["matter"], request__supervised_at=None)
    moves = [Move(matter=request, details=Supervise()) for request in late.values_list("request", flat=True)]
    perform_many(moves, by=SYSTEM, at=timezone.now())


@subscribe(MISSED, name="requests.planned_day_came")
def take_up_planned(event: Event) -> None:
    """On its day what was planned is work again, whether anybody looks or not; begun before, it is left alone."""
    if event.payload["kind"] == ASSIGNMENT.kind and event.payload["clock"] == "planned":
        day_came = Move(matter=UUID(event.payload["matter"]), details=PlannedDayCame())
        perform_many([day_came], by=SYSTEM, at=timezone.now())
