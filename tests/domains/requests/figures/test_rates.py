"""The three rates come from verdicts by the rule's formula, and show all that they leave out."""

from __future__ import annotations

from datetime import timedelta

from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY

from linli.domains.people.actor import SYSTEM
from linli.domains.requests.figures.queries import three_rates
from linli.domains.requests.lifecycle import request as life

PERIOD = {"since": MONDAY - timedelta(days=1), "until": MONDAY + timedelta(days=30)}


def test_rates_show_numerator_denominator_and_what_is_beside_them(neighbourhood):
    Life(neighbourhood).closed()
    Life(neighbourhood).callback()
    Life(neighbourhood).filed()
    Life(neighbourhood).verified().does(
        life.CallBack(contacted=True, solved=True, satisfied=False), neighbourhood.caller
    )
    rates = three_rates(by=SYSTEM, **PERIOD)
    assert (rates.contacted.numerator, rates.contacted.denominator) == (2, 3)
    assert (rates.solved.numerator, rates.solved.denominator) == (2, 2)
    assert (rates.satisfied.numerator, rates.satisfied.denominator) == (1, 2)
    assert (rates.counted, rates.unreachable, rates.unasked, rates.open) == (4, 1, 1, 3)
    assert "requests.three_rates" in rates.rule


def test_an_early_answer_counts_at_once_and_a_late_one_when_it_was_due(neighbourhood):
    answered, waiting = Life(neighbourhood).replied(), Life(neighbourhood).filed()
    answered.does(life.Judge(solved=True, satisfied=True), neighbourhood.resident)
    today = three_rates(by=SYSTEM, since=MONDAY, until=answered.at + timedelta(hours=1))
    assert (today.counted, today.solved.numerator, today.open) == (1, 1, 0)
    due = waiting.matter.clocks.get(name="answer").due_at
    later = three_rates(by=SYSTEM, since=due, until=due + timedelta(hours=1))
    assert (later.counted, later.open) == (1, 1)


def test_the_last_verdict_counts(neighbourhood):
    walked = Life(neighbourhood).reopened()
    assert three_rates(by=SYSTEM, **PERIOD).solved.numerator == 0
    from linli.domains.requests.lifecycle import assignment as lead

    walked.does(life.Dispatch(unit=neighbourhood.units["property"]), neighbourhood.desk)
    walked.does(lead.SignFor(), neighbourhood.handler, on=walked.lead)
    walked.does(lead.Answer(text="已更换"), neighbourhood.handler, on=walked.lead)
    walked.does(life.Judge(solved=True, satisfied=True), neighbourhood.resident)
    assert three_rates(by=SYSTEM, **PERIOD).solved.numerator == 1


def test_with_nothing_counted_there_is_no_share(neighbourhood):
    rates = three_rates(by=SYSTEM, **PERIOD)
    assert rates.solved.share is None


def test_staff_count_what_they_may_see(neighbourhood):
    Life(neighbourhood).closed()
    assert three_rates(by=neighbourhood.stranger, **PERIOD).counted == 0
    assert three_rates(by=neighbourhood.caller, **PERIOD).counted == 1


def test_what_ended_before_the_period_and_was_answered_in_another_is_not_counted_again(neighbourhood):
    closed = Life(neighbourhood).closed()
    asked = {"since": MONDAY - timedelta(days=1), "until": closed.at + timedelta(hours=1)}
    assert three_rates(by=SYSTEM, **asked).counted == 1
    assert (
        three_rates(by=SYSTEM, since=closed.at + timedelta(hours=1), until=closed.at + timedelta(days=60)).counted == 0
    )
    closed.does(life.Reopen(reason="又坏了"), neighbourhood.resident)
    assert three_rates(by=SYSTEM, **asked).counted == 1
