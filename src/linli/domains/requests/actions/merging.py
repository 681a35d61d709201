"""Merged requests (并案) follow the one that leads: its answer reaches each reporter, and none is left when it ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from linli.domains.matters.engine import Act, Move, perform_many
from linli.domains.matters.links import link_many, linked_later
from linli.domains.matters.models import Matter
from linli.domains.matters.models.link import Relation
from linli.domains.matters.seeing import visible_to
from linli.domains.requests.actions.ending import end_assignments
from linli.domains.requests.kinds import ASSIGNMENTS, REQUESTS
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.lifecycle.assignment import Answer
from linli.domains.requests.lifecycle.handing_over import PassOnAnswer
from linli.domains.requests.lifecycle.led import LeadChangedHands
from linli.domains.requests.lifecycle.merging import Merge, MergedAnswered, Unmerge
from linli.domains.requests.lifecycle.request import Withdraw
from linli.domains.requests.lifecycle.undoing import UndoImport
from linli.domains.requests.refusals import leads_itself, leads_others, no_such_lead
from linli.domains.requests.states import MERGED, UNANSWERED

LEADING = [state.code for state in UNANSWERED]


@REQUESTS.upon(Merge)
def _follow_the_lead(acts: Sequence[Act]) -> None:
    if _followers([act.matter for act in acts]):
        raise leads_others()
    leads = _leads(acts)
    for act in acts:
        lead = leads.get(_wanted(act))
        if lead is None:
            raise no_such_lead()
        if lead.pk in {other.matter.pk for other in acts}:
            raise leads_itself()
        act.matter.facts["merged_into"] = lead.number
        act.matter.holder_id = lead.holder_id


def _leads(acts: Sequence[Act]) -> dict[str, Matter]:
    """Those that may lead, by number; held until the act is done, so that none is merged or answered meanwhile."""
    seen = visible_to(acts[0].by).filter(number__in={_wanted(act) for act in acts}, kind=REQUEST.kind)
    found = Matter.objects.select_for_update().filter(pk__in=seen.values("pk"), state__in=LEADING).order_by("pk")
    return {lead.number: lead for lead in found}


def _wanted(act: Act) -> str:
    return act.given(Merge).into.strip().upper()


def _followers(leads: Sequence[Matter]) -> list[Matter]:
    """Those that are with one of these now, and not only were once."""
    numbers = {lead.number for lead in leads}
    linked = linked_later(leads, Relation.MERGED)
    return [one for one in linked if one.state == MERGED.code and one.facts["merged_into"] in numbers]


@REQUESTS.after(Merge)
def _link(acts: Sequence[Act]) -> None:
    numbers = {act.matter.facts["merged_into"] for act in acts}
    leads = {lead.number: lead for lead in Matter.objects.filter(number__in=numbers)}
    link_many([(leads[act.matter.facts["merged_into"]], act.matter) for act in acts], Relation.MERGED, at=acts[0].at)
    end_assignments(acts)


@REQUESTS.upon(Unmerge)
def _go_alone(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts.pop("merged_into", None)
        act.matter.holder_id = None


@REQUESTS.upon(MergedAnswered)
def _remember_who_answered(acts: Sequence[Act]) -> None:
    for act in acts:
        given = act.given(MergedAnswered)
        act.matter.facts["answered_by"], act.matter.facts["lead_unit"] = str(given.account), str(given.unit)


@ASSIGNMENTS.after(Answer)
def _answer_all(acts: Sequence[Act]) -> None:
    """Of one that leads, the answer goes to every reporter whose request is still with it."""
    _pass_on({act.parent: (act, act.given(Answer).text) for act in acts if act.matter.facts["lead"]})


@REQUESTS.after(PassOnAnswer)
def _answer_all_from_outside(acts: Sequence[Act]) -> None:
    _pass_on({act.matter: (act, act.given(PassOnAnswer).text) for act in acts})


def _pass_on(answers: Mapping[Matter, tuple[Act, str]]) -> None:
    given = {lead.number: answer for lead, answer in answers.items()}
    moves = [Move(matter=one.pk, details=_same(*given[one.facts["merged_into"]])) for one in _followers(list(answers))]
    _follow(moves, [act for act, _ in answers.values()])


def _same(act: Act, text: str) -> MergedAnswered:
    return MergedAnswered(text=text, unit=act.matter.holder_unit_id, account=act.by.account)


@REQUESTS.after(LeadChangedHands)
def _name_the_same_owner(acts: Sequence[Act]) -> None:
    """Every reporter was shown the name of whoever has the one that leads."""
    named = {act.matter.number: act.given(LeadChangedHands).account for act in acts}
    followers = _followers([act.matter for act in acts])
    _follow(
        [Move(matter=one.pk, details=LeadChangedHands(account=named[one.facts["merged_into"]])) for one in followers],
        acts,
    )


@REQUESTS.after(Withdraw, UndoImport)
def _set_free(acts: Sequence[Act]) -> None:
    """What one reporter takes back, or should never have come, stays open for the others."""
    followers = _followers([act.matter for act in acts])
    _follow([Move(matter=one.pk, details=Unmerge()) for one in followers], acts)


def _follow(moves: Sequence[Move], acts: Sequence[Act]) -> None:
    if moves:
        outcome = perform_many(moves, by=replace(acts[0].by, system=True), at=acts[0].at)
        for refusal in outcome.refused.values():
            raise refusal
