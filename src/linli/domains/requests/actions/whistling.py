"""A whistle (吹哨) from the ask to the last verdict: an ask that is counted, and one report-in for each department."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from linli.domains.matters.asks import ask_many, decide_many, lapse_many
from linli.domains.matters.engine import Act, Draft, Move, open_within, perform_many
from linli.domains.matters.models import Matter
from linli.domains.matters.models.ask import Outcome
from linli.domains.people.models import Organisation
from linli.domains.requests.kinds import REPORT_INS, REQUESTS, WHISTLES
from linli.domains.requests.lifecycle.handing_over import PassOnAnswer
from linli.domains.requests.lifecycle.led import LeadAnswered
from linli.domains.requests.lifecycle.report_in import REPORT_IN, Call, CallOff, JudgeShare, Release
from linli.domains.requests.lifecycle.request import Withdraw
from linli.domains.requests.lifecycle.undoing import UndoImport
from linli.domains.requests.lifecycle.whistle import (
    WHISTLE,
    AskToWhistle,
    Blow,
    CallAlso,
    EndWhistle,
    LapseWhistle,
    NotWhistled,
    OpenWhistle,
    RefuseToWhistle,
    Whistled,
    WhistleEnded,
)
from linli.domains.requests.models import CalledUnit
from linli.domains.requests.refusals import cannot_be_called
from linli.domains.requests.whistle_states import BLOWN, EXPECTED, WHISTLE_ASKED
from linli.kernel.lifecycle import Transition


@REQUESTS.upon(AskToWhistle)
def _wait(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts["whistle"] = WHISTLE_ASKED.code
        act.matter.facts["whistles"] = act.matter.facts.get("whistles", 0) + 1


@REQUESTS.after(AskToWhistle)
def _open(acts: Sequence[Act]) -> None:
    drafts = [Draft(details=OpenWhistle(ground=act.given(AskToWhistle).ground), parent=act.matter) for act in acts]
    opened = open_within(WHISTLE.kind, drafts, by=acts[0].by, at=acts[0].at)
    ask_many(WHISTLE.kind, [(one.matter, one.given(OpenWhistle).ground) for one in opened], act=acts[0])


@WHISTLES.after(Blow)
def _blow(acts: Sequence[Act]) -> None:
    decide_many(WHISTLE.kind, acts, Outcome.GRANTED)
    for act in acts:
        _call(act, act.given(Blow).units)


@WHISTLES.after(CallAlso)
def _call_more(acts: Sequence[Act]) -> None:
    for act in acts:
        _call(act, act.given(CallAlso).units)


def _call(act: Act, units: Sequence[UUID]) -> None:
    earlier = list(CalledUnit.objects.filter(request=act.parent.pk).values_list("whistle", "unit"))
    engaged = {unit for whistle, unit in earlier if whistle == act.matter.pk}
    known = Organisation.objects.filter(pk__in=units, active=True).count()
    if known != len(units) or engaged & set(units) or act.parent.facts.get("lead_unit") in {str(one) for one in units}:
        raise cannot_be_called()
    drafts = [
        Draft(
            details=Call(unit=unit),
            parent=act.parent,
            extra={
                "whistle": act.matter.pk,
                "ground": act.matter.facts["ground"],
                "serial": len(earlier) + place,
            },
        )
        for place, unit in enumerate(units, start=1)
    ]
    open_within(REPORT_IN.kind, drafts, by=act.by, at=act.at)
    _follow([act], [Move(matter=act.parent.pk, details=Whistled(units=tuple(units)))])


@REPORT_INS.upon(Call)
def _write(acts: Sequence[Act]) -> None:
    CalledUnit.objects.bulk_create(
        [
            CalledUnit(
                matter=act.matter,
                request_id=act.parent.pk,
                whistle_id=act.draft.extra["whistle"],
                unit_id=act.given(Call).unit,
            )
            for act in acts
            if act.draft
        ]
    )


@REQUESTS.upon(Whistled)
def _is_whistled_for(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts["whistle"] = BLOWN.code


@REQUESTS.upon(NotWhistled, WhistleEnded)
def _goes_on(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts.pop("whistle", None)


@WHISTLES.after(RefuseToWhistle)
def _refuse(acts: Sequence[Act]) -> None:
    decide_many(WHISTLE.kind, acts, Outcome.REFUSED)
    _follow(acts, [Move(matter=act.parent.pk, details=NotWhistled()) for act in acts])


@REPORT_INS.after(JudgeShare, Release)
def _end_what_is_over(acts: Sequence[Act]) -> None:
    """A whistle is over with the last of those it called."""
    ended = [act for act in acts if act.target.final]
    over = _over(ended)
    _follow(ended, [Move(matter=one.pk, details=EndWhistle()) for one in over])
    _follow(ended, [Move(matter=one.parent_id, details=WhistleEnded()) for one in over if one.parent_id])


def _over(acts: Sequence[Act]) -> list[Matter]:
    called = CalledUnit.objects.filter(matter__in=[act.matter.pk for act in acts])
    whistles = set(called.values_list("whistle", flat=True))
    busy = CalledUnit.objects.filter(whistle__in=whistles, matter__closed_at=None).values_list("whistle", flat=True)
    return list(Matter.objects.filter(pk__in=whistles - set(busy), state=BLOWN.code))


@REQUESTS.after(LeadAnswered, PassOnAnswer)
def _needs_nobody(acts: Sequence[Act]) -> None:
    """Answered before anybody decided: there is nobody to call any more."""
    waiting = [act for act in acts if act.matter.facts.get("whistle") == WHISTLE_ASKED.code]
    _lapse(waiting)
    _follow(waiting, [Move(matter=act.matter.pk, details=NotWhistled()) for act in waiting])


@REQUESTS.after(Withdraw, UndoImport)
def _call_off(acts: Sequence[Act]) -> None:
    """What has ended needs nobody; whoever did their share is still judged."""
    whistled = [act for act in acts if "whistle" in act.matter.facts]
    _lapse(whistled)
    _follow(whistled, _moves(whistled, REPORT_IN.kind, [state.code for state in EXPECTED], CallOff()))
    busy = CalledUnit.objects.filter(request__in=[act.matter.pk for act in whistled], matter__closed_at=None)
    waiting = set(busy.values_list("request", flat=True))
    idle = [act for act in whistled if act.matter.pk not in waiting]
    _follow(idle, _moves(idle, WHISTLE.kind, [BLOWN.code], EndWhistle()))


def _lapse(acts: Sequence[Act]) -> None:
    lapsed = _follow(acts, _moves(acts, WHISTLE.kind, [WHISTLE_ASKED.code], LapseWhistle()))
    if lapsed:
        lapse_many(lapsed)


def _moves(acts: Sequence[Act], kind: str, states: Sequence[str], details: Transition) -> list[Move]:
    """This act for every part of that kind and state of the acts' requests; no statement where there is no act."""
    if not acts:
        return []
    parts = Matter.objects.filter(parent__in=[act.matter.pk for act in acts], kind=kind, state__in=states)
    return [Move(matter=part, details=details) for part in parts.values_list("pk", flat=True)]


def _follow(acts: Sequence[Act], moves: Sequence[Move]) -> list[Act]:
    if not moves:
        return []
    outcome = perform_many(moves, by=replace(acts[0].by, system=True), at=acts[0].at)
    for refusal in outcome.refused.values():
        raise refusal
    return outcome.done
