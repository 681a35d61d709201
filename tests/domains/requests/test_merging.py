"""Merged requests are worked on once; each reporter gets the answer in their own file and judges for themself."""

from __future__ import annotations

import pytest
from tests.domains.requests.lives import Life

from linli.domains.delivery.models import Message
from linli.domains.matters.engine import Move, perform, perform_many
from linli.domains.matters.models import Clock, Matter, Text
from linli.domains.matters.queries import linked_to
from linli.domains.requests.lifecycle import assignment
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.lifecycle.merging import Merge, Unmerge
from linli.kernel.refusal import Refusal

pytestmark = pytest.mark.django_db


class Pair:
    """One that leads, one that follows, both about the same lift."""

    def __init__(self, here) -> None:
        self.here = here
        self.lead, self.follower = Life(here), Life(here, text="我们楼的电梯也停了")
        self.lead.in_progress()
        self.follower.filed().does(Merge(into=self.lead.matter.number, reason="同一部电梯"), here.desk)

    def answered(self):
        self.lead.does(assignment.Answer(text="门机更换完毕"), self.here.handler, on=self.lead.lead)
        self.follower.matter.refresh_from_db()
        return self


def test_the_answer_reaches_every_reporter_in_their_own_file(neighbourhood):
    pair = Pair(neighbourhood).answered()
    assert (pair.lead.matter.state, pair.follower.matter.state) == ("replied", "replied")
    (answer,) = Text.objects.filter(matter=pair.follower.matter, event__verb="merged_answered")
    assert answer.body == "门机更换完毕"
    assert answer.owner == pair.follower.matter.opener_id
    assert Message.objects.filter(matter=pair.follower.matter.pk, template="request.replied").exists()
    assert Clock.objects.get(matter=pair.follower.matter, name="answer").stopped_at


def test_each_judges_for_themself(neighbourhood):
    pair = Pair(neighbourhood).answered()
    pair.lead.does(life.Judge(solved=True, satisfied=True), neighbourhood.resident)
    assert (pair.lead.matter.state, pair.follower.matter.state) == ("closed", "replied")
    pair.follower.does(life.Judge(solved=False, satisfied=False), neighbourhood.resident)
    assert pair.follower.matter.state == "reopened"
    pair.follower.does(life.Dispatch(unit=neighbourhood.units["property"]), neighbourhood.desk)
    assert (pair.lead.matter.state, pair.follower.matter.state) == ("closed", "dispatched")


def test_whoever_answered_neither_checks_nor_calls_back_for_those_that_followed(neighbourhood):
    pair = Pair(neighbourhood).answered()
    facts = pair.follower.matter.facts
    assert facts["answered_by"] == str(neighbourhood.handler.account)
    assert facts["lead_unit"] == str(neighbourhood.units["property"])


def test_its_own_time_runs_on(neighbourhood):
    pair = Pair(neighbourhood)
    clock = Clock.objects.get(matter=pair.follower.matter, name="answer", stopped_at=None)
    assert (clock.started_at, clock.paused) == (pair.follower.matter.opened_at, False)


def test_what_was_being_worked_on_apart_ends_with_the_merger(neighbourhood):
    lead, follower = Life(neighbourhood).filed(), Life(neighbourhood).in_progress()
    follower.does(Merge(into=lead.matter.number), neighbourhood.desk)
    assert follower.lead.state == "ended"


def test_when_the_one_that_leads_is_taken_back_the_others_go_on(neighbourhood):
    pair = Pair(neighbourhood)
    pair.lead.does(life.Withdraw(), neighbourhood.resident)
    pair.follower.matter.refresh_from_db()
    assert pair.follower.matter.state == "filed"
    assert Clock.objects.filter(matter=pair.follower.matter, name="dispatch", stopped_at=None).exists()
    assert "merged_into" not in pair.follower.matter.facts


def test_one_taken_out_again_hears_nothing_of_the_answer(neighbourhood):
    pair = Pair(neighbourhood)
    pair.follower.does(Unmerge(reason="另一部电梯"), neighbourhood.desk)
    assert pair.answered().follower.matter.state == "filed"


def test_one_merged_elsewhere_later_follows_its_new_lead_alone(neighbourhood):
    pair = Pair(neighbourhood)
    pair.follower.does(Unmerge(), neighbourhood.desk)
    other = Life(neighbourhood).filed()
    pair.follower.does(Merge(into=other.matter.number), neighbourhood.desk)
    assert pair.answered().follower.matter.state == "merged"


def test_both_pages_name_the_other(neighbourhood):
    pair = Pair(neighbourhood)
    assert [str(one.words) for one in linked_to(pair.follower.matter, by=neighbourhood.desk)] == ["并入"]
    assert [str(one.words) for one in linked_to(pair.lead.matter, by=neighbourhood.desk)] == ["并入本件"]


def test_one_that_leads_follows_none(neighbourhood):
    pair, other = Pair(neighbourhood), Life(neighbourhood).filed()
    with pytest.raises(Refusal) as refused:
        perform(pair.lead.matter.pk, Merge(into=other.matter.number), by=neighbourhood.desk, at=other.at)
    assert "并入这一件" in str(refused.value.sentence.zh)


@pytest.mark.parametrize("state", ["received", "replied", "closed", "withdrawn", "merged"])
def test_only_one_that_still_waits_for_its_answer_can_lead(neighbourhood, state):
    lead, follower = getattr(Life(neighbourhood), state)(), Life(neighbourhood).filed()
    with pytest.raises(Refusal) as refused:
        perform(follower.matter.pk, Merge(into=lead.matter.number), by=neighbourhood.desk, at=follower.at)
    assert set(refused.value.fields) == {"into"}


@pytest.mark.parametrize("into", ["SQ26-999999", "not a number", "' OR 1=1 --"])
def test_a_number_that_is_none_is_refused_at_its_field(neighbourhood, into):
    follower = Life(neighbourhood).filed()
    with pytest.raises(Refusal) as refused:
        perform(follower.matter.pk, Merge(into=into), by=neighbourhood.desk, at=follower.at)
    assert set(refused.value.fields) == {"into"}


def test_none_follows_itself_nor_a_companion_of_the_same_batch(neighbourhood):
    one, two = Life(neighbourhood).filed(), Life(neighbourhood).filed()
    moves = [Move(matter=each.matter.pk, details=Merge(into=one.matter.number)) for each in (one, two)]
    with pytest.raises(Refusal):
        perform_many(moves, by=neighbourhood.desk, at=two.at)
    assert set(Matter.objects.filter(kind="request").values_list("state", flat=True)) == {"filed"}


def test_another_communitys_request_cannot_lead(neighbourhood):
    elsewhere = Life(neighbourhood, place=neighbourhood.places["poplar"].pk)
    follower = Life(neighbourhood).filed()
    with pytest.raises(Refusal):
        perform(follower.matter.pk, Merge(into=elsewhere.matter.number), by=neighbourhood.desk, at=follower.at)


def test_a_batch_costs_as_many_statements_as_one(neighbourhood):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def cost(count: int) -> int:
        lead = Life(neighbourhood).filed()
        some = [Life(neighbourhood).filed() for _ in range(count)]
        moves = [Move(matter=each.matter.pk, details=Merge(into=lead.matter.number)) for each in some]
        with CaptureQueriesContext(connection) as asked:
            perform_many(moves, by=neighbourhood.desk, at=some[-1].at)
        return len(asked)

    assert cost(1) == cost(5)
