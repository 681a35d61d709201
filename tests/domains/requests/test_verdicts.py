"""Verdicts: only two yeses close; every no reopens; nothing is ever closed because nobody answered."""

from __future__ import annotations

import pytest
from tests.domains.requests.lives import Life

from linli.domains.matters.engine import perform
from linli.domains.matters.models import Verdict
from linli.domains.requests.lifecycle import assignment as lead
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.models import Request
from linli.kernel.refusal import NotAllowed, Refusal


@pytest.mark.parametrize(("solved", "satisfied"), [(False, False), (True, False), (False, True)])
def test_a_negative_answer_never_closes(neighbourhood, solved, satisfied):
    walked = Life(neighbourhood).replied()
    walked.does(life.Judge(solved=solved, satisfied=satisfied), neighbourhood.resident)
    assert walked.matter.state == "reopened"
    assert walked.matter.closed_at is None


def test_the_resident_may_judge_before_anyone_calls(neighbourhood):
    walked = Life(neighbourhood).replied()
    walked.does(life.Judge(solved=True, satisfied=True), neighbourhood.resident)
    verdict = Verdict.objects.get(matter=walked.matter)
    assert (walked.matter.state, verdict.own, verdict.contacted) == ("closed", True, True)


def test_three_unreachable_call_backs_bring_supervision_and_never_closure(neighbourhood):
    walked = Life(neighbourhood).verified()
    for attempt in range(1, 6):
        walked.does(life.CallBack(contacted=False), neighbourhood.caller)
        request = Request.objects.get(pk=walked.matter)
        assert walked.matter.state == "callback"
        assert (request.call_backs, request.supervised_at is not None) == (attempt, attempt >= 3)
    assert walked.matter.facts["supervised"] is True


def test_the_unit_that_answered_cannot_call_back(neighbourhood):
    from dataclasses import replace

    walked = Life(neighbourhood).verified()
    post = replace(neighbourhood.handler.posts[0], rights=frozenset({"requests.read", "requests.call_back"}))
    with pytest.raises(NotAllowed):
        walked.does(
            life.CallBack(contacted=True, solved=True, satisfied=True), replace(neighbourhood.handler, posts=(post,))
        )


def test_whoever_answered_cannot_verify(neighbourhood):
    from dataclasses import replace

    walked = Life(neighbourhood).replied()
    post = replace(neighbourhood.handler.posts[0], rights=frozenset({"requests.read", "requests.verify"}))
    with pytest.raises(NotAllowed):
        walked.does(life.Verify(true_on_site=True), replace(neighbourhood.handler, posts=(post,)))


def test_a_call_back_that_reached_must_ask_both_questions(neighbourhood):
    walked = Life(neighbourhood).verified()
    with pytest.raises(Refusal) as refusal:
        walked.does(life.CallBack(contacted=True, solved=True), neighbourhood.caller)
    assert "都记下来" in refusal.value.sentence.in_language("zh-hans")


def test_a_result_that_is_not_true_on_site_goes_back(neighbourhood):
    walked = Life(neighbourhood).replied().does(life.Verify(true_on_site=False), neighbourhood.verifier)
    assert walked.matter.state == "reopened"
    assert Request.objects.get(pk=walked.matter).reopenings == 1


def test_a_reopened_request_is_dispatched_again_and_the_old_assignment_ends(neighbourhood):
    walked = Life(neighbourhood).reopened()
    first = walked.lead
    walked.does(life.Dispatch(unit=neighbourhood.units["water"]), neighbourhood.desk)
    first.refresh_from_db()
    assert first.state == "ended"
    assert walked.lead.holder_unit_id == neighbourhood.units["water"]
    assert walked.lead.number == f"{walked.matter.number}-2"


def test_reopening_is_possible_within_the_window_and_not_after(neighbourhood):
    from datetime import timedelta

    walked = Life(neighbourhood).closed()
    late = walked.at + timedelta(days=40)
    with pytest.raises(Refusal, match="time to reopen"):
        perform(walked.matter.pk, life.Reopen(reason="又坏了"), by=neighbourhood.resident, at=late)
    assert walked.does(life.Reopen(reason="又坏了"), neighbourhood.resident).matter.state == "reopened"


def test_closing_ends_what_is_still_open_at_the_unit(neighbourhood):
    walked = Life(neighbourhood).closed()
    assert walked.lead.state == "ended"


def test_a_bounce_is_asked_and_granted_and_counted(neighbourhood):
    walked = Life(neighbourhood).bounce_asked()
    walked.does(lead.GrantBounce(reason="同意"), neighbourhood.desk, on=walked.lead)
    ask = walked.lead.asks.get()
    assert (ask.kind, ask.ground, ask.outcome) == ("bounce", "not_our_duty", "granted")
    assert walked.matter.state == "filed"
    assert Request.objects.get(pk=walked.matter).bounces == 1


def test_a_refused_bounce_leaves_the_unit_in_charge(neighbourhood):
    walked = Life(neighbourhood).bounce_asked()
    walked.does(lead.RefuseBounce(reason="属于你单位职责"), neighbourhood.desk, on=walked.lead)
    assert (walked.lead.state, walked.matter.state) == ("sent", "dispatched")
    assert walked.lead.asks.get().outcome == "refused"
