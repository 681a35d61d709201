"""What requests hear from the rooms below: a person was forgotten, a post ends or ended, a clock ran out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from linli.domains.delivery.actions import send_many
from linli.domains.delivery.letters import Letter
from linli.domains.matters.engine import Move, perform_many
from linli.domains.matters.missing import MISSED
from linli.domains.matters.models import Matter
from linli.domains.people.actor import SYSTEM
from linli.domains.people.announcing import PERSON_ERASED, POST_ENDED, POST_ENDING
from linli.domains.people.queries import held_post
from linli.domains.requests.colleagues import colleagues
from linli.domains.requests.lifecycle import ASSIGNMENT, REPORT_IN, REQUEST
from linli.domains.requests.lifecycle.planning import PlannedDayCame
from linli.domains.requests.lifecycle.request import Supervise, Withdraw
from linli.domains.requests.models import CalledUnit
from linli.domains.requests.queries.hands import open_in_name
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


@subscribe(POST_ENDED, name="requests.ask_for_hand_over")
def ask_for_hand_over(event: Event) -> None:
    """Whoever answers for the unit no more and left cases in their name: the unit is asked to hand them over."""
    at = timezone.now()
    if left := _left(event, at=at):
        send_many([_to_unit(event, "hands.left_open", f"left:{event.id}", at, n=left)])


@subscribe(POST_ENDING, name="requests.ask_for_hand_over_soon")
def ask_for_hand_over_soon(event: Event) -> None:
    """Whoever will answer for the unit no more after their last day: the unit is asked while they can be asked too."""
    post, at = held_post(UUID(event.payload["post"])), timezone.now()
    if post and post.until and post.until > at and (left := _left(event, at=post.until)):
        day = post.until.isoformat()
        send_many([_to_unit(event, "hands.left_soon", f"left_soon:{event.id}", at, n=left, day=day)])


def _left(event: Event, *, at: datetime) -> int:
    """What is in their name of a unit for which they answer no more at that time."""
    account, unit = UUID(event.payload["account"]), UUID(event.payload["organisation"])
    still_there = any(each.account == account for each in colleagues(unit, at=at))
    return 0 if still_there else open_in_name(account, unit=unit)


def _to_unit(event: Event, template: str, key: str, at: datetime, **params: object) -> Letter:
    return Letter(template=template, key=key, at=at, params=params, to_unit=UUID(event.payload["organisation"]))


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
