"""What a body outside must do has a day to ask again there; the answer's time runs on until one is passed on."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.domains.requests.lives import Life

from linli.domains.matters.engine import perform
from linli.domains.matters.models import Clock
from linli.domains.requests.lifecycle import handing_over
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.lifecycle.merging import Merge
from linli.kernel.refusal import Refusal

pytestmark = pytest.mark.django_db


def clocks(walked: Life) -> dict[str, bool]:
    return {clock.name: clock.paused for clock in Clock.objects.filter(matter=walked.matter, stopped_at=None)}


def test_the_answers_time_runs_on_and_a_day_to_ask_again_is_set(neighbourhood):
    walked = Life(neighbourhood).external()
    assert clocks(walked) == {"answer": False, "external": False}


def test_asking_again_sets_the_next_day(neighbourhood):
    walked = Life(neighbourhood).external()
    again = walked.at.date() + timedelta(days=25)
    walked.does(handing_over.AskThereAgain(text="已派施工队", ask_on=again), neighbourhood.desk)
    clock = Clock.objects.get(matter=walked.matter, name="external", stopped_at=None)
    assert clock.due_at.astimezone(walked.at.tzinfo).date() >= again


def test_their_answer_is_checked_by_someone_else_and_judged_as_any_other(neighbourhood):
    walked = Life(neighbourhood).external()
    walked.does(handing_over.PassOnAnswer(text="管线已更换"), neighbourhood.desk)
    assert (walked.matter.state, clocks(walked)) == ("replied", {"verify": False})
    with pytest.raises(Refusal):
        perform(walked.matter.pk, life.Verify(true_on_site=True), by=neighbourhood.desk, at=walked.at)
    walked.does(life.Verify(true_on_site=True), neighbourhood.verifier)
    walked.does(life.Judge(solved=True, satisfied=True), neighbourhood.resident)
    assert walked.matter.state == "closed"


def test_it_can_be_taken_back_to_be_done_here(neighbourhood):
    walked = Life(neighbourhood).external()
    walked.does(handing_over.TakeBack(reason="对方不受理"), neighbourhood.desk)
    assert (walked.matter.state, set(clocks(walked))) == ("filed", {"answer", "dispatch"})


def test_those_merged_with_it_hear_their_answer_too(neighbourhood):
    walked, follower = Life(neighbourhood).external(), Life(neighbourhood).filed()
    follower.does(Merge(into=walked.matter.number), neighbourhood.desk)
    walked.does(handing_over.PassOnAnswer(text="管线已更换"), neighbourhood.desk)
    follower.matter.refresh_from_db()
    assert follower.matter.state == "replied"


@pytest.mark.parametrize("days", [0, 31])
def test_the_day_to_ask_again_is_within_the_rule(neighbourhood, days):
    walked = Life(neighbourhood).filed()
    asked = handing_over.HandOver(body="区水务局", ask_on=walked.at.date() + timedelta(days=days))
    with pytest.raises(Refusal):
        perform(walked.matter.pk, asked, by=neighbourhood.desk, at=walked.at)
