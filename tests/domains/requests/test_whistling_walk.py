"""Whistle and report-in: every state × act × part; what the tables allow happens, all else changes nothing."""

from __future__ import annotations

import pytest
from django.db import transaction
from tests.domains.requests.lives import Life
from tests.domains.requests.test_walk import PARTS, allowed, rows

from linli.domains.matters.engine import perform
from linli.domains.matters.models import Matter
from linli.domains.requests.lifecycle import REPORT_IN, WHISTLE, report_in, whistle
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.lifecycle.changing_hands import HandShareToColleague
from linli.kernel.ids import new_id
from linli.kernel.refusal import Refusal

WALKED = (WHISTLE, REPORT_IN)
SAMPLES = {
    whistle.RefuseToWhistle: {"reason": "不必"},
    whistle.EndWhistle: {},
    whistle.LapseWhistle: {},
    report_in.ReportIn: {},
    report_in.DoShare: {"text": "已修复", "rightly": True},
    report_in.JudgeShare: {"did_share": True, "satisfied": False},
    report_in.Release: {"reason": "不用了"},
    report_in.CallOff: {},
    HandShareToColleague: {"to": new_id()},
}


def details(transition, here):
    if transition in SAMPLES:
        return transition(**SAMPLES[transition])
    return transition(units=(here.units["office"],), task="一起到场")


def not_blown(walked):
    walked.whistle_asked()
    return walked.does(whistle.RefuseToWhistle(reason="不必"), walked.here.supervisor, on=walked.whistle)


def whistle_lapsed(walked):
    return walked.whistle_asked().does(life.Withdraw(), walked.here.resident)


def released(walked):
    walked.blown()
    return walked.does(report_in.Release(reason="不用了"), walked.here.supervisor, on=walked.called_unit)


def called_off(walked):
    return walked.blown().does(life.Withdraw(), walked.here.resident)


def share_judged(walked):
    walked.share_done()
    verdict = report_in.JudgeShare(did_share=True, satisfied=True)
    return walked.does(verdict, walked.here.desk, on=walked.called_unit)


WAYS = {
    "not_blown": not_blown,
    "whistle_lapsed": whistle_lapsed,
    "whistle_over": released,
    "released": released,
    "called_off": called_off,
    "share_judged": share_judged,
}
STATES = [(life.kind, state.code) for life in WALKED for state in life.states]


@pytest.mark.parametrize(("kind", "state"), STATES)
def test_only_what_the_table_allows_happens(neighbourhood, kind, state):
    walked = Life(neighbourhood)
    walked = WAYS[state](walked) if state in WAYS else getattr(walked, state)()
    table, part = (WHISTLE, walked.whistle) if kind == WHISTLE.kind else (REPORT_IN, walked.called_unit)
    assert part.state == state
    for who in (*PARTS, "other_handler"):
        actor = getattr(neighbourhood, who)
        for transition in table.transitions:
            matter = Matter.objects.select_related("parent").get(pk=part.pk)
            before, expected = rows(), allowed(transition, matter, actor)
            with transaction.atomic():
                try:
                    perform(part.pk, details(transition, neighbourhood), by=actor, at=walked.at)
                    outcome = True
                except Refusal:
                    outcome = False
                    assert rows() == before
                assert outcome == expected, (state, who, transition.verb())
                transaction.set_rollback(True)
