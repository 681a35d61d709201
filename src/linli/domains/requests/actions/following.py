"""The request follows its lead assignment, and the assignment hears what the resident answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from linli.domains.matters.engine import Act, Move, perform_many
from linli.domains.matters.models import Matter
from linli.domains.requests.kinds import ASSIGNMENTS, REQUESTS
from linli.domains.requests.lifecycle import assignment as lead
from linli.domains.requests.lifecycle.changing_hands import HandToColleague
from linli.domains.requests.lifecycle.led import (
    LeadAnswered,
    LeadChangedHands,
    LeadExtended,
    LeadPlanned,
    LeadReturned,
    LeadSetAside,
    LeadSigned,
    LeadStartedPlanned,
    LeadTakenUpAgain,
    LeadWaits,
    LeadWorks,
)
from linli.domains.requests.lifecycle.planning import GrantPlan, PlannedDayCame, StartPlanned
from linli.domains.requests.lifecycle.postponing import GrantExtension, GrantSuspension, KeepAside, TakeUpAgain
from linli.domains.requests.lifecycle.request import GiveInformation
from linli.domains.requests.models import Request
from linli.domains.requests.states import SIGNED
from linli.kernel.lifecycle import Transition


def _aside(act: Act) -> Transition:
    given = act.details
    if not isinstance(given, GrantSuspension | KeepAside):
        raise TypeError(given)
    return LeadSetAside(review_on=given.review_on)


FOLLOWED: dict[type[Transition], Callable[[Act], Transition | None]] = {
    lead.SignFor: lambda _: LeadSigned(),
    lead.ReportProgress: lambda act: LeadWorks() if act.parent.state == SIGNED.code else None,
    lead.AskResident: lambda _: LeadWaits(),
    lead.Answer: lambda act: LeadAnswered(unit=act.matter.holder_unit_id, account=act.by.account),
    lead.GrantBounce: lambda _: LeadReturned(),
    GrantExtension: lambda _: LeadExtended(),
    GrantSuspension: _aside,
    KeepAside: _aside,
    TakeUpAgain: lambda _: LeadTakenUpAgain(),
    GrantPlan: lambda act: LeadPlanned(plan_on=act.given(GrantPlan).plan_on),
    StartPlanned: lambda _: LeadStartedPlanned(),
    PlannedDayCame: lambda _: LeadStartedPlanned(),
    HandToColleague: lambda act: LeadChangedHands(account=act.given(HandToColleague).to),
}
"""What the request does when its lead does this; None where it stays as it is."""


@ASSIGNMENTS.upon(lead.SignFor)
def _name_the_owner(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.holder_id = act.by.account


@ASSIGNMENTS.after(*FOLLOWED)
def _follow_lead(acts: Sequence[Act]) -> None:
    moves = [
        Move(matter=act.parent.pk, details=followed, at=act.at)
        for act in acts
        if act.matter.facts["lead"] and (followed := FOLLOWED[type(act.details)](act))
    ]
    if moves:
        outcome = perform_many(moves, by=replace(acts[0].by, system=True), at=acts[0].at)
        for refusal in outcome.refused.values():
            raise refusal


@REQUESTS.upon(LeadSigned)
def _show_the_owner(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.holder_id = act.by.account


@REQUESTS.upon(LeadChangedHands)
def _show_the_new_owner(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.holder_id = act.given(LeadChangedHands).account


@REQUESTS.upon(LeadAnswered)
def _remember_who_answered(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts["answered_by"] = str(act.by.account)


@REQUESTS.upon(LeadReturned)
def _forget_the_lead(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.holder_id = None
        act.matter.facts.pop("lead_unit", None)


@REQUESTS.after(GiveInformation)
def _resume(acts: Sequence[Act]) -> None:
    leads = Request.objects.filter(pk__in=[act.matter.pk for act in acts]).values_list("lead", flat=True)
    waiting: list[UUID] = list(Matter.objects.filter(pk__in=leads, state="waiting").values_list("pk", flat=True))
    moves = [Move(matter=part, details=lead.ResidentAnswered()) for part in waiting]
    perform_many(moves, by=replace(acts[0].by, system=True), at=acts[0].at)
