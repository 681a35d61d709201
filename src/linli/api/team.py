"""A unit's people over the machines' door: what lies in whose name, hand-overs, who is away and who stands in."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Status
from pydantic import AwareDatetime, BaseModel, Field

from linli.api.problems import READING, WRITING
from linli.api.repeating import REPEATABLE, repeatable
from linli.api.shapes import MatterOut, matter_out
from linli.api.tokens import ACT, READ, caller
from linli.domains.people.absences.actions import Away
from linli.domains.people.absences.queries import absences_of
from linli.domains.people.rights import require_anywhere
from linli.domains.requests.actions.changing_hands import hand_over
from linli.domains.requests.actions.standing_in import call_off_absence, note_absence
from linli.domains.requests.queries.hands import MOST, in_hands_of
from linli.domains.requests.queries.team import teams
from linli.domains.requests.rights import HANDLE
from linli.kernel.lifecycle import StaffText

router = Router(tags=["team"])


class PersonOut(BaseModel):
    """Somebody who answers for a unit, or did; `open` cases are in their name."""

    account: UUID
    name: str
    open: int


class TeamOut(BaseModel):
    """One unit, whoever answers for it, and whoever does so no more but still has cases."""

    unit: UUID
    name: str
    people: list[PersonOut]
    left: list[PersonOut]


class InHandOut(BaseModel):
    """A case in somebody's name; `promised` is when the resident was told there is an answer."""

    matter: MatterOut
    promised: AwareDatetime | None
    plan_on: date | None
    extended: bool
    last_said: str


class CaseIn(BaseModel):
    """A case and the version that was seen."""

    id: UUID
    version: int


class HandOverIn(BaseModel):
    """What is handed over to whom; the note is written into each."""

    to: UUID
    cases: Annotated[list[CaseIn], Field(min_length=1, max_length=MOST)]
    note: StaffText = ""


class RefusedOut(BaseModel):
    """What was not handed over, and why."""

    id: UUID
    code: str
    sentence: str


class HandedOut(BaseModel):
    """What was handed over, and what was not; send the rest again."""

    done: list[MatterOut]
    refused: list[RefusedOut]


class AbsenceIn(BaseModel):
    """Who is away from which unit and who stands in; without `since` from now on."""

    account: UUID
    unit: UUID
    stand_in: UUID
    since: AwareDatetime | None = None
    until: AwareDatetime


class AbsenceOut(BaseModel):
    """One absence, or the part of it with one stand-in."""

    id: UUID
    unit: UUID
    account: UUID
    name: str
    stand_in: UUID
    stand_in_name: str
    since: AwareDatetime
    until: AwareDatetime


class NotedOut(BaseModel):
    """The absence that was noted."""

    id: UUID


@router.get("/team", auth=READ, response={200: list[TeamOut], **READING}, operation_id="read_team")
def read_team(request: HttpRequest) -> list[dict[str, Any]]:
    """The units the caller answers for, with their people, by name."""
    by = caller(request)
    require_anywhere(by, HANDLE)
    return [
        {
            "unit": team.unit,
            "name": str(team.words),
            "people": [{"account": each.account, "name": each.name, "open": each.open} for each in team.people],
            "left": [{"account": each.account, "name": str(each.name), "open": each.open} for each in team.leavers],
        }
        for team in teams(by=by, now=timezone.now())
    ]


@router.get("/team/{unit}/{whose}", auth=READ, response={200: list[InHandOut], **READING}, operation_id="read_hands")
def read_hands(request: HttpRequest, unit: UUID, whose: UUID) -> list[dict[str, Any]]:
    """What is in somebody's name, due first, with what was promised."""
    found = in_hands_of(whose, unit=unit, by=caller(request), now=timezone.now())
    return [
        {
            "matter": matter_out(case.matter),
            "promised": case.promised.due_at if case.promised else None,
            "plan_on": case.plan_on,
            "extended": case.extended,
            "last_said": case.last_said,
        }
        for case in found.cases
    ]


@router.post(
    "/hand_overs", auth=ACT, response={200: HandedOut, **WRITING}, operation_id="hand_over", openapi_extra=REPEATABLE
)
@repeatable
def hand_cases_over(request: HttpRequest, given: HandOverIn) -> dict[str, Any]:
    """Hands over each of the cases that can be; what would go to somebody who is away goes to the stand-in."""
    seen = {case.id: case.version for case in given.cases}
    outcome = hand_over(seen, to=given.to, note=given.note, by=caller(request), at=timezone.now())
    return {
        "done": [matter_out(act.matter) for act in outcome.done],
        "refused": [
            {"id": pk, "code": refusal.code, "sentence": str(refusal.sentence)}
            for pk, refusal in outcome.refused.items()
        ],
    }


@router.get("/absences", auth=READ, response={200: list[AbsenceOut], **READING}, operation_id="list_absences")
def list_absences(request: HttpRequest) -> list[AbsenceOut]:
    """Who of the caller's units is away, now and to come; why is kept nowhere."""
    by = caller(request)
    require_anywhere(by, HANDLE)
    found = absences_of(by.units(HANDLE.code), at=timezone.now())
    return [AbsenceOut.model_validate(each, from_attributes=True) for each in found]


@router.post(
    "/absences", auth=ACT, response={201: NotedOut, **WRITING}, operation_id="note_absence", openapi_extra=REPEATABLE
)
@repeatable
def note(request: HttpRequest, given: AbsenceIn) -> Status[dict[str, UUID]]:
    """Notes that somebody is away: the caller, or anybody of a unit the caller leads."""
    now = timezone.now()
    away = Away(**given.model_dump() | {"since": given.since or now})
    return Status(201, {"id": note_absence(away, by=caller(request), at=now)})


@router.post(
    "/absences/{absence}/end",
    auth=ACT,
    response={204: None, **WRITING},
    operation_id="end_absence",
    openapi_extra=REPEATABLE,
)
@repeatable
def end(request: HttpRequest, absence: UUID) -> Status[None]:
    """They are back, or it is called off."""
    call_off_absence(absence, by=caller(request), at=timezone.now())
    return Status(204, None)
