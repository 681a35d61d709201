"""A request is left out of the figures only by decision, on evidence, and stands beside them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY

from linli.domains.matters.engine import perform
from linli.domains.matters.models import Ask, Matter
from linli.domains.matters.queries import acts_for, worklist
from linli.domains.people.actor import SYSTEM
from linli.domains.requests.figures.queries import balance, three_rates
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.lifecycle.exclusion import AskToExclude, GrantExclusion, RefuseExclusion
from linli.kernel.refusal import Refusal

pytestmark = pytest.mark.django_db
PERIOD = {"since": MONDAY - timedelta(days=1), "until": MONDAY + timedelta(days=30)}


def asked(walked: Life) -> Matter:
    walked.does(AskToExclude(ground="force_majeure", evidence="当日台风红色预警"), walked.here.desk)
    return Matter.objects.get(kind="exclusion", parent=walked.matter, closed_at=None)


def verbs(walked: Life) -> set[str]:
    return {button.verb for button in acts_for(walked.matter, by=walked.here.desk, now=walked.at)}


def test_asking_waits_on_the_supervisors_worklist_and_changes_nothing_for_the_resident(neighbourhood):
    walked = Life(neighbourhood).closed()
    exclusion = asked(walked)
    assert walked.matter.state == "closed"
    assert exclusion.number == f"{walked.matter.number}-T1"
    assert exclusion in worklist(by=neighbourhood.supervisor)
    assert three_rates(by=SYSTEM, **PERIOD).left_out == 0


def test_what_is_left_out_is_counted_beside_the_figures_and_stays_in_the_balance(neighbourhood):
    Life(neighbourhood).closed()
    walked = Life(neighbourhood).closed()
    before = three_rates(by=SYSTEM, **PERIOD)
    walked.does(GrantExclusion(reason="属实"), neighbourhood.supervisor, on=asked(walked))
    after = three_rates(by=SYSTEM, **PERIOD)
    assert (before.counted, before.left_out) == (2, 0)
    assert (after.counted, after.left_out) == (1, 1)
    assert balance(by=SYSTEM, **PERIOD).received == 2
    assert Ask.objects.get().outcome == "granted"
    assert "ask_to_exclude" not in verbs(walked)


def test_what_is_refused_counts_and_may_be_asked_again(neighbourhood):
    walked = Life(neighbourhood).replied()
    walked.does(RefuseExclusion(reason="证据不足"), neighbourhood.supervisor, on=asked(walked))
    assert three_rates(by=SYSTEM, **PERIOD).left_out == 0
    assert asked(walked).number.endswith("-T2")


def test_it_is_asked_once_at_a_time(neighbourhood):
    walked = Life(neighbourhood).replied()
    asked(walked)
    assert "ask_to_exclude" not in verbs(walked)
    again = AskToExclude(ground="untrue", evidence="现场不属实")
    with pytest.raises(Refusal):
        perform(walked.matter.pk, again, by=neighbourhood.desk, at=walked.at)


def test_whoever_asks_does_not_decide(neighbourhood):
    exclusion = asked(Life(neighbourhood).replied())
    with pytest.raises(Refusal):
        perform(exclusion.pk, GrantExclusion(reason="同意"), by=neighbourhood.desk, at=MONDAY)


def test_a_decision_after_the_resident_took_it_back_still_lands(neighbourhood):
    walked = Life(neighbourhood).replied()
    exclusion = asked(walked)
    walked.does(life.Withdraw(), neighbourhood.resident)
    walked.does(GrantExclusion(reason="属实"), neighbourhood.supervisor, on=exclusion)
    assert walked.matter.state == "withdrawn"
