"""Assignments, exclusions, hidings, flags: every state × act × part; what the tables allow happens, and no more."""

from __future__ import annotations

import pytest
from django.db import transaction
from tests.domains.requests.lives import Life
from tests.domains.requests.test_walk import PARTS, SOON, allowed, rows

from linli.domains.matters.engine import perform
from linli.domains.matters.models import Matter
from linli.domains.requests.lifecycle import (
    ASSIGNMENT,
    EXCLUSION,
    FLAG,
    HIDING,
    exclusion,
    hiding,
    planning,
    postponing,
)
from linli.domains.requests.lifecycle import assignment as work
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.lifecycle.changing_hands import HandToColleague
from linli.domains.requests.lifecycle.flag import CloseFlag
from linli.kernel.ids import new_id
from linli.kernel.refusal import Refusal

WALKED = (ASSIGNMENT, EXCLUSION, HIDING, FLAG)
SAMPLES = {
    work.SignFor: {},
    work.Answer: {"text": "门机更换完毕"},
    work.ReportProgress: {"text": "已联系维保单位"},
    work.AskResident: {"text": "请问是哪一部电梯？"},
    work.ResidentAnswered: {},
    work.AskToBounce: {"ground": "not_our_duty", "evidence": "电梯由维保公司负责"},
    work.GrantBounce: {},
    work.RefuseBounce: {"reason": "属于物业职责"},
    work.End: {},
    postponing.AskToExtend: {"ground": "work_takes_longer", "evidence": "配件要订货"},
    postponing.GrantExtension: {},
    postponing.RefuseExtension: {"reason": "配件已到"},
    postponing.AskToSuspend: {"ground": "no_money", "evidence": "维修资金未到账"},
    postponing.GrantSuspension: {"review_on": SOON, "reason": "等维修资金到账"},
    postponing.RefuseSuspension: {"reason": "先用应急资金"},
    postponing.KeepAside: {"review_on": SOON, "reason": "资金仍未到账"},
    postponing.TakeUpAgain: {"text": "资金到账，下周开工"},
    planning.AskToPlan: {"ground": "yearly_works", "plan_on": SOON, "evidence": "已列入年度计划"},
    planning.GrantPlan: {"plan_on": SOON, "reason": "供暖季结束后换管"},
    planning.RefusePlan: {"reason": "现在就办"},
    planning.StartPlanned: {"text": "提前开工"},
    planning.PlannedDayCame: {},
    HandToColleague: {"to": new_id()},
    exclusion.GrantExclusion: {"reason": "情况属实"},
    exclusion.RefuseExclusion: {"reason": "依据不足"},
    CloseFlag: {"heeded": False, "reason": "没有不妥"},
    hiding.BeAppealed: {},
    hiding.UpholdHiding: {"reason": "确有他人姓名"},
    hiding.Restore: {"reason": "没有他人信息"},
    hiding.Unhide: {},
}


def sent(walked):
    return walked.dispatched()


def waiting(walked):
    return walked.info_requested()


def answered(walked):
    return walked.replied()


def returned(walked):
    return walked.bounce_asked().does(work.GrantBounce(), walked.here.desk, on=walked.lead)


def ended(walked):
    return walked.dispatched().does(life.Withdraw(), walked.here.resident)


WAYS = {"sent": sent, "waiting": waiting, "answered": answered, "returned": returned, "ended": ended}
DECIDED = {"left_out": exclusion.GrantExclusion, "refused": exclusion.RefuseExclusion}
JUDGED = {"stays_hidden": hiding.UpholdHiding, "restored": hiding.Restore}


def part_in(walked, kind, state):
    """The part of a request, brought to a state."""
    if kind == ASSIGNMENT.kind:
        WAYS[state](walked) if state in WAYS else getattr(walked, state)()
        return walked.lead
    if kind == FLAG.kind:
        return flagged_in(walked, state)
    if kind == HIDING.kind:
        return hidden_in(walked, state)
    asked = walked.exclusion_asked().exclusion
    if state in DECIDED:
        walked.does(DECIDED[state](reason="看过依据"), walked.here.supervisor, on=asked)
        asked.refresh_from_db()
    return asked


def hidden_in(walked, state):
    """What was hidden of a request, brought to a state."""
    if state in ("hidden", "unhidden"):
        walked.hidden()
        if state == "unhidden":
            walked.does(hiding.ShowAgain(reason="看错了"), walked.moderator)
    else:
        walked.appealed()
    if state in JUDGED:
        walked.does(JUDGED[state](reason="看过内容"), walked.here.supervisor, on=walked.hiding)
    return walked.hiding


def flagged_in(walked, state):
    """What a neighbour found improper, brought to a state."""
    walked.to_look_at()
    if state == "heeded":
        hide = hiding.HideFromNeighbours(scope="words", ground="insult", reason="骂人")
        walked.does(hide, walked.moderator)
    if state != "to_look_at":
        walked.does(CloseFlag(heeded=state == "heeded", reason="看过内容"), walked.moderator, on=walked.flagged)
    return walked.flagged


def test_every_act_has_a_sample():
    assert set(SAMPLES) == {transition for table in WALKED for transition in table.transitions}


@pytest.mark.parametrize(("table", "state"), [(table, state.code) for table in WALKED for state in table.states])
def test_only_what_the_table_allows_happens(neighbourhood, table, state):
    walked = Life(neighbourhood, share=True)
    part = part_in(walked, table.kind, state)
    assert part.state == state
    for who in PARTS:
        actor = getattr(neighbourhood, who)
        for transition in table.transitions:
            matter = Matter.objects.select_related("parent").get(pk=part.pk)
            before, expected = rows(), allowed(transition, matter, actor)
            with transaction.atomic():
                try:
                    landed = perform(part.pk, transition(**SAMPLES[transition]), by=actor, at=walked.at).state
                    outcome = True
                except Refusal:
                    outcome, landed = False, state
                    assert rows() == before
                assert outcome == expected, (state, who, transition.verb())
                assert landed in {state, *(target.code for target in transition.target)}
                transaction.set_rollback(True)
