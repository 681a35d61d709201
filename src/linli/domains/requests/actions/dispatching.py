"""What follows a dispatch: the lead's assignment and the helpers', in one more round."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from linli.domains.matters.engine import Act, Draft, open_within
from linli.domains.matters.rewriting import rewrite
from linli.domains.people.models import Organisation
from linli.domains.requests.actions.ending import end_assignments
from linli.domains.requests.kinds import ASSIGNMENTS, REQUESTS
from linli.domains.requests.lifecycle.assignment import Send
from linli.domains.requests.lifecycle.request import Accept, Dispatch
from linli.domains.requests.models import Assignment, Request
from linli.domains.requests.refusals import no_such_unit


@REQUESTS.upon(Accept)
def _correct(acts: Sequence[Act]) -> None:
    """The desk's corrections, and the moment a shared request becomes readable for neighbours."""
    for act in acts:
        details, matter = act.given(Accept), act.matter
        if details.category:
            matter.category = details.category
        if details.urgency:
            matter.facts["urgency"] = details.urgency.value
        if matter.visibility == "shared":
            matter.published_at = act.at


@REQUESTS.upon(Dispatch)
def _check_units(acts: Sequence[Act]) -> None:
    wanted = {unit for act in acts for unit in _units(act)}
    known = set(Organisation.objects.filter(pk__in=wanted, active=True).values_list("pk", flat=True))
    if wanted - known or any(len(set(_units(act))) != len(_units(act)) for act in acts):
        raise no_such_unit()
    for act in acts:
        act.matter.facts["lead_unit"] = str(_units(act)[0])
        act.matter.facts.pop("answered_by", None)


@REQUESTS.after(Dispatch)
def _send(acts: Sequence[Act]) -> None:
    end_assignments(acts)
    requests = {
        request.pk: request
        for request in Request.objects.filter(pk__in=[act.matter.pk for act in acts]).prefetch_related("assignments")
    }
    drafts = [draft for act in acts for draft in _drafts(act, requests[act.matter.pk])]
    sent = open_within(ASSIGNMENTS.life.kind, drafts, by=acts[0].by, at=acts[0].at)
    for act in sent:
        if act.matter.facts["lead"]:
            requests[act.matter.parent_id].lead_id = act.matter.pk
    rewrite(list(requests.values()), ["lead"])


@ASSIGNMENTS.upon(Send)
def _write_assignments(acts: Sequence[Act]) -> None:
    Assignment.objects.bulk_create(
        [
            Assignment(
                matter=act.matter,
                request_id=act.parent.pk,
                unit_id=act.given(Send).unit,
                is_lead=act.matter.facts["lead"],
                round=act.matter.facts["round"],
            )
            for act in acts
        ]
    )


def _units(act: Act) -> list[UUID]:
    details = act.given(Dispatch)
    return [details.unit, *details.helpers]


def _drafts(act: Act, request: Request) -> list[Draft]:
    earlier = list(request.assignments.all())
    this_round = 1 + max((assignment.round for assignment in earlier), default=0)
    return [
        Draft(
            details=Send(unit=unit, lead=place == 0),
            parent=act.matter,
            at=act.at,
            extra={"round": this_round, "serial": len(earlier) + place + 1},
        )
        for place, unit in enumerate(_units(act))
    ]
