"""Notices: every state × act × part; what the table allows happens, and no more."""

from __future__ import annotations

import pytest
from django.db import transaction
from tests.domains.notices.lives import TICKS, NoticeLife
from tests.domains.requests.test_walk import rows
from tests.neighbourhood import MONDAY

from linli.domains.matters.engine import perform
from linli.domains.matters.models import Matter
from linli.domains.matters.queries import hindrance
from linli.domains.notices.lifecycle import NOTICE, drafting, ending, reviewing
from linli.kernel.refusal import Refusal

WALKED = (NOTICE,)
SAMPLES = {
    drafting.Revise: {"title": "停水通知", "body": "周三上午停水。"},
    drafting.Submit: {},
    drafting.TakeBackDraft: {},
    drafting.Discard: {},
    reviewing.Approve: TICKS,
    reviewing.SendBack: {"reason": "日期不对"},
    reviewing.WithdrawApproval: {"reason": "日期不对"},
    reviewing.Publish: {},
    reviewing.PublishNow: {},
    reviewing.ConfirmAfterwards: TICKS,
    ending.WithdrawNotice: {"reason": "改期"},
    ending.BeCorrected: {},
    ending.Archive: {},
}
PARTS = ("writer", "reviewer", "desk", "resident", "stranger")


def details(transition, here):
    places = {"places": (here.building,)} if transition is drafting.Revise else {}
    return transition(**SAMPLES[transition], **places)


def allowed(transition, matter, actor) -> bool:
    possible = matter.state in {state.code for state in transition.source} and transition.who(actor, matter)
    return possible and hindrance(transition, matter, now=MONDAY) is None


def test_every_act_has_a_sample():
    assert set(SAMPLES) == set(NOTICE.transitions)


@pytest.mark.parametrize("state", [state.code for state in NOTICE.states])
def test_only_what_the_table_allows_happens(neighbourhood, state):
    walked = getattr(NoticeLife(neighbourhood), state)()
    assert walked.matter.state == state
    for who in PARTS:
        actor = getattr(walked, who, None) or getattr(neighbourhood, who)
        for transition in NOTICE.transitions:
            matter = Matter.objects.get(pk=walked.matter.pk)
            before, expected = rows(), allowed(transition, matter, actor)
            with transaction.atomic():
                try:
                    landed = perform(matter.pk, details(transition, neighbourhood), by=actor, at=walked.at).state
                    outcome = True
                except Refusal:
                    outcome, landed = False, state
                    assert rows() == before
                assert outcome == expected, (state, who, transition.verb())
                targets = {state, *(target.code for target in transition.target)}
                assert landed in targets | ({"published"} if transition is reviewing.Approve else set())
                transaction.set_rollback(True)
