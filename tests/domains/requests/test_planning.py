"""Planned work is asked with its day, granted by somebody above, told, stays open, and is work again on that day."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.domains.requests.lives import Life

from linli.domains.delivery.models import Message
from linli.domains.matters.engine import perform
from linli.domains.matters.missing import MISSED, mark_missed
from linli.domains.matters.models import Ask, Clock
from linli.domains.matters.queries import acts_for, drafted, worklist
from linli.domains.requests.events import take_up_planned
from linli.domains.requests.lifecycle import assignment as lead
from linli.domains.requests.lifecycle import planning
from linli.domains.requests.lifecycle import request as life
from linli.kernel.events import Event
from linli.kernel.refusal import Refusal

pytestmark = pytest.mark.django_db


def answer_clock(walked: Life) -> Clock:
    return Clock.objects.get(matter=walked.matter, name="answer", stopped_at=None)


def outcomes(walked: Life) -> list[tuple[str, str, str]]:
    return list(Ask.objects.filter(matter__parent=walked.matter).values_list("kind", "ground", "outcome"))


def letters(walked: Life) -> set[str]:
    return set(Message.objects.filter(matter=walked.matter.pk).values_list("template", flat=True))


def day_comes(walked: Life) -> None:
    """What the job that notices clocks announces, heard twice."""
    clock = Clock.objects.get(matter=walked.lead, name="planned", stopped_at=None)
    mark_missed(at=clock.due_at + timedelta(minutes=1))
    told = {"matter": str(walked.lead.pk), "kind": "assignment", "clock": "planned"}
    for _ in range(2):
        take_up_planned(Event(id=clock.pk, name=MISSED, payload=told))
    walked.matter.refresh_from_db()


def test_asking_names_the_day_and_waits_for_somebody_above(neighbourhood):
    walked = Life(neighbourhood).plan_asked()
    assert walked.lead in worklist(by=neighbourhood.supervisor)
    assert walked.matter.state == "in_progress"
    assert not answer_clock(walked).paused
    offered = {button.verb for button in acts_for(walked.lead, by=neighbourhood.desk, now=walked.at)}
    assert offered == set()


def test_the_form_of_the_decision_holds_the_day_that_was_asked_for(neighbourhood):
    walked = Life(neighbourhood).plan_asked()
    day = (walked.at.date() + timedelta(days=60)).isoformat()
    assert drafted(planning.GrantPlan, walked.lead)["plan_on"] == day


def test_what_is_planned_stays_open_with_its_owner_and_the_resident_is_told(neighbourhood):
    walked = Life(neighbourhood).planned()
    assert (walked.matter.state, walked.lead.state) == ("planned", "planned")
    assert walked.matter.closed_at is None
    assert walked.lead.holder_id == neighbourhood.handler.account
    assert answer_clock(walked).paused
    assert walked.matter.due_clock == "planned"
    assert "request.planned" in letters(walked)
    assert outcomes(walked) == [("plan", "yearly_works", "granted")]


def test_the_wait_ends_as_the_day_begins(neighbourhood):
    walked = Life(neighbourhood).planned()
    begins = (walked.at + timedelta(days=60)).replace(hour=0, minute=0)
    assert Clock.objects.get(matter=walked.matter, name="planned").due_at == begins
    assert Ask.objects.get(kind="plan").until == begins


def test_on_its_day_it_is_work_again_by_itself(neighbourhood):
    walked = Life(neighbourhood).planned()
    day_comes(walked)
    assert (walked.matter.state, walked.lead.state) == ("in_progress", "in_progress")
    assert not answer_clock(walked).paused
    assert "request.planned_begins" in letters(walked)
    assert Message.objects.filter(matter=walked.lead.pk, template="assignment.planned_day_came").count() == 1


def test_the_day_after_tomorrow_is_a_plan_too(neighbourhood):
    walked = Life(neighbourhood).plan_asked()
    granted = planning.GrantPlan(plan_on=walked.at.date() + timedelta(days=2), reason="后天统一施工")
    walked.does(granted, neighbourhood.supervisor, on=walked.lead)
    assert Clock.objects.get(matter=walked.lead, name="planned").due_at > walked.at
    day_comes(walked)
    assert walked.matter.state == "in_progress"


def test_it_may_begin_before_its_day(neighbourhood):
    walked = Life(neighbourhood).planned()
    walked.does(planning.StartPlanned(text="材料提前到了，今天进场"), neighbourhood.handler, on=walked.lead)
    assert walked.matter.state == "in_progress"
    walked.does(lead.Answer(text="已换管"), neighbourhood.handler, on=walked.lead)
    assert walked.matter.state == "replied"


def test_a_refusal_changes_no_deadline(neighbourhood):
    walked = Life(neighbourhood).plan_asked()
    before = answer_clock(walked).due_at
    walked.does(planning.RefusePlan(reason="现在就能修"), neighbourhood.supervisor, on=walked.lead)
    assert answer_clock(walked).due_at == before
    assert outcomes(walked) == [("plan", "yearly_works", "refused")]


@pytest.mark.parametrize("days", [-1, 0, 1, 367])
def test_the_day_is_after_tomorrow_and_within_a_year(neighbourhood, days):
    walked = Life(neighbourhood).in_progress()
    day = walked.at.date() + timedelta(days=days)
    asked = planning.AskToPlan(ground="seasonal_works", plan_on=day, evidence="统一施工")
    with pytest.raises(Refusal, match=r"a day after to"):
        perform(walked.lead.pk, asked, by=neighbourhood.handler, at=walked.at)


@pytest.mark.parametrize(("state", "outcome"), [("plan_asked", "lapsed"), ("planned", "granted")])
def test_what_the_resident_takes_back_waits_for_no_day(neighbourhood, state, outcome):
    walked = getattr(Life(neighbourhood), state)()
    walked.does(life.Withdraw(), neighbourhood.resident)
    assert walked.lead.state == "ended"
    assert [result for *_, result in outcomes(walked)] == [outcome]
    assert not Clock.objects.filter(matter__in=[walked.lead, walked.matter], stopped_at=None).exists()
