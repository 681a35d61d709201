"""Every state × transition × part: what the tables allow happens; all else is refused and changes nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY

from linli.domains.matters.engine import perform
from linli.domains.matters.models import Clock, Event, Matter, Text
from linli.domains.matters.queries import hindrance
from linli.domains.requests.lifecycle import (
    REQUEST,
    dismissing,
    exclusion,
    handing_over,
    hiding,
    hotline,
    led,
    mediating,
    merging,
    whistle,
)
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.lifecycle.undoing import UndoImport
from linli.kernel.ids import new_id
from linli.kernel.record.models import Entry
from linli.kernel.refusal import Refusal

WALKED = (REQUEST,)
SOON = MONDAY.date() + timedelta(days=20)
SAMPLES = {
    life.Accept: {},
    life.DeclineToAccept: {"door": "court", "reason": "请向法院起诉"},
    life.Dispatch: {},
    life.GiveInformation: {"text": "是东边那部"},
    life.Verify: {"true_on_site": True},
    life.CallBack: {"contacted": True, "solved": True, "satisfied": True},
    life.Judge: {"solved": True, "satisfied": True},
    life.Reopen: {"reason": "又坏了"},
    life.Withdraw: {},
    life.Supervise: {},
    life.Comment: {"text": "谢谢"},
    led.LeadSigned: {},
    led.LeadWorks: {},
    led.LeadWaits: {},
    led.LeadAnswered: {"unit": new_id()},
    led.LeadReturned: {},
    led.LeadExtended: {},
    led.LeadSetAside: {"review_on": SOON},
    led.LeadTakenUpAgain: {},
    led.LeadPlanned: {"plan_on": SOON},
    led.LeadStartedPlanned: {},
    led.LeadChangedHands: {"account": new_id()},
    dismissing.Dismiss: {"ground": "absurd", "reason": "没有可以办理的内容"},
    dismissing.Object: {"reason": "确有其事"},
    dismissing.UpholdObjection: {},
    dismissing.RejectObjection: {"reason": "可到窗口当面反映"},
    handing_over.HandOver: {"body": "区水务局，电话见官网", "ask_on": SOON},
    handing_over.AskThereAgain: {"text": "已立项", "ask_on": SOON},
    handing_over.PassOnAnswer: {"text": "管线已更换"},
    handing_over.TakeBack: {"reason": "对方不受理"},
    whistle.AskToWhistle: {"ground": "cannot_alone", "evidence": "需供水所到场"},
    whistle.Whistled: {"units": ()},
    whistle.NotWhistled: {},
    whistle.WhistleEnded: {},
    exclusion.AskToExclude: {"ground": "force_majeure", "evidence": "当日台风红色预警"},
    exclusion.Exclude: {},
    exclusion.CountOn: {},
    hiding.HideFromNeighbours: {"scope": "words", "ground": "personal", "reason": "写了邻居的姓名"},
    hiding.ShowAgain: {"reason": "看错了"},
    hiding.AppealHiding: {"reason": "没有写别人"},
    hiding.HidingUpheld: {},
    hiding.HidingLifted: {},
    merging.Merge: {},
    merging.Unmerge: {},
    merging.MergedAnswered: {"text": "门机更换完毕", "unit": new_id()},
    hotline.HearCity: {"text": "来电人补充：两部都坏了"},
    hotline.CityTookBack: {},
    mediating.OfferMediation: {"about": "water", "summary": "楼上漏水"},
    mediating.MediationBegan: {},
    mediating.MediationEnded: {"agreed": True},
    UndoImport: {"reason": "导错了文件"},
}
PARTS = ("resident", "neighbour", "desk", "handler", "verifier", "caller", "supervisor", "stranger")


def rows() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Event, Text, Clock, Entry, Matter))


def details(transition, here, *, lead):
    extra = {life.Dispatch: {"unit": here.units["property"]}, merging.Merge: {"into": lead.number}}
    return transition(**SAMPLES[transition], **extra.get(transition, {}))


def allowed(transition, matter, actor) -> bool:
    possible = matter.state in {state.code for state in transition.source} and transition.who(actor, matter)
    return possible and hindrance(transition, matter, now=MONDAY) is None


def test_every_transition_has_a_sample():
    assert set(SAMPLES) == set(REQUEST.transitions)


@pytest.mark.parametrize("state", [state.code for state in REQUEST.states])
def test_a_state_can_be_reached(neighbourhood, state):
    assert getattr(Life(neighbourhood), state)().matter.state == state


@pytest.mark.parametrize("state", [state.code for state in REQUEST.states])
def test_only_what_the_table_allows_happens(neighbourhood, state):
    from django.db import transaction

    lead = Life(neighbourhood).filed().matter
    walked = getattr(Life(neighbourhood), state)()
    for part in PARTS:
        actor = getattr(neighbourhood, part)
        for transition in REQUEST.transitions:
            matter = Matter.objects.get(pk=walked.matter.pk)
            before, expected = rows(), allowed(transition, matter, actor)
            with transaction.atomic():
                try:
                    done = perform(matter.pk, details(transition, neighbourhood, lead=lead), by=actor, at=walked.at)
                    outcome, landed = True, done.state
                except Refusal:
                    outcome, landed = False, state
                    assert rows() == before
                assert outcome == expected, (state, part, transition.verb())
                assert landed in {state, *(target.code for target in transition.target)}
                transaction.set_rollback(True)
