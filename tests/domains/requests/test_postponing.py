"""More time is asked, decided and given once; what is set aside keeps owner, reason and a day of review."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.domains.requests.lives import Life

from linli.domains.delivery.models import Message
from linli.domains.matters.clocks import running
from linli.domains.matters.engine import perform
from linli.domains.matters.models import Ask, Clock
from linli.domains.matters.queries import acts_for
from linli.domains.requests.lifecycle import assignment as lead
from linli.domains.requests.lifecycle import postponing
from linli.domains.requests.lifecycle import request as life
from linli.kernel.refusal import Refusal

pytestmark = pytest.mark.django_db


def answer_clock(walked: Life) -> Clock:
    return Clock.objects.get(matter=walked.matter, name="answer", stopped_at=None)


def asks(walked: Life) -> list[tuple[str, str, str]]:
    found = Ask.objects.filter(matter__parent=walked.matter).order_by("asked_at", "pk")
    return list(found.values_list("kind", "ground", "outcome"))


def verbs(walked: Life, actor) -> set[str]:
    return {button.verb for button in acts_for(walked.lead, by=actor, now=walked.at)}


def letters(walked: Life) -> set[str]:
    return set(Message.objects.filter(matter=walked.matter.pk).values_list("template", flat=True))


def test_more_time_moves_the_answer_by_what_the_rule_gives_and_the_resident_is_told(neighbourhood):
    walked = Life(neighbourhood).extension_asked()
    before = answer_clock(walked)
    walked.does(postponing.GrantExtension(), neighbourhood.desk, on=walked.lead)
    after = answer_clock(walked)
    assert running(after).amount == 2 * running(before).amount
    assert after.due_at > before.due_at
    assert after.extensions[0]["rule"].startswith("cn")
    assert walked.matter.due_at <= after.due_at
    assert (walked.matter.state, walked.lead.state) == ("in_progress", "in_progress")
    assert asks(walked) == [("extension", "work_takes_longer", "granted")]
    assert "request.extended" in letters(walked)


def test_more_time_is_given_once_in_a_request_whoever_answers_it(neighbourhood):
    walked = Life(neighbourhood).extension_asked()
    walked.does(postponing.GrantExtension(), neighbourhood.desk, on=walked.lead)
    assert "ask_to_extend" not in verbs(walked, neighbourhood.handler)
    walked.does(lead.Answer(text="已修好"), neighbourhood.handler, on=walked.lead)
    walked.does(life.Judge(solved=False, satisfied=False), neighbourhood.resident)
    walked.does(life.Dispatch(unit=neighbourhood.units["property"]), neighbourhood.desk)
    walked.does(lead.SignFor(), neighbourhood.handler, on=walked.lead)
    again = postponing.AskToExtend(ground="facts_unclear", evidence="还在查")
    with pytest.raises(Refusal, match=r"延期过一次|once already"):
        perform(walked.lead.pk, again, by=neighbourhood.handler, at=walked.at)


def test_refused_time_changes_no_deadline(neighbourhood):
    walked = Life(neighbourhood).extension_asked()
    before = answer_clock(walked).due_at
    walked.does(postponing.RefuseExtension(reason="按时答复"), neighbourhood.desk, on=walked.lead)
    assert answer_clock(walked).due_at == before
    assert asks(walked) == [("extension", "work_takes_longer", "refused")]
    assert "ask_to_extend" in verbs(walked, neighbourhood.handler)


def test_an_emergency_is_given_no_more_time(neighbourhood):
    walked = Life(neighbourhood, urgency="emergency").in_progress()
    assert "ask_to_extend" not in verbs(walked, neighbourhood.handler)


def test_who_answers_meanwhile_needs_no_more_time(neighbourhood):
    walked = Life(neighbourhood).extension_asked()
    walked.does(lead.Answer(text="配件提前到了，已修好"), neighbourhood.handler, on=walked.lead)
    assert asks(walked) == [("extension", "work_takes_longer", "lapsed")]
    assert walked.matter.state == "replied"
    assert not Clock.objects.filter(matter=walked.lead, stopped_at=None).exists()


def test_what_is_set_aside_stands_still_keeps_its_owner_and_has_a_day_of_review(neighbourhood):
    walked = Life(neighbourhood).suspended()
    assert (walked.matter.state, walked.lead.state) == ("suspended", "suspended")
    assert walked.lead.holder_id == neighbourhood.handler.account
    assert answer_clock(walked).paused
    review = Clock.objects.get(matter=walked.matter, name="review", stopped_at=None)
    assert review.due_at.astimezone(walked.at.tzinfo).date() >= walked.at.date() + timedelta(days=29)
    assert walked.matter.due_clock == "review"
    assert "request.suspended" in letters(walked)
    assert asks(walked) == [("suspension", "no_money", "granted")]
    assert Ask.objects.get(kind="suspension").until == review.due_at


def test_a_review_sets_the_next_day_or_takes_it_up_again(neighbourhood):
    walked = Life(neighbourhood).suspended()
    later = walked.at.date() + timedelta(days=60)
    kept = postponing.KeepAside(review_on=later, reason="资金仍未到账")
    walked.does(kept, neighbourhood.supervisor, on=walked.lead)
    assert Clock.objects.filter(matter=walked.matter, name="review").count() == 2
    walked.does(postponing.TakeUpAgain(text="资金到账，明天进场"), neighbourhood.handler, on=walked.lead)
    assert (walked.matter.state, walked.lead.state) == ("in_progress", "in_progress")
    assert not answer_clock(walked).paused
    assert "request.taken_up_again" in letters(walked)


@pytest.mark.parametrize("days", [-1, 0, 91])
def test_the_day_of_review_is_after_today_and_within_the_rule(neighbourhood, days):
    walked = Life(neighbourhood).suspension_asked()
    granted = postponing.GrantSuspension(review_on=walked.at.date() + timedelta(days=days), reason="等资金")
    with pytest.raises(Refusal, match=r"a day after today"):
        perform(walked.lead.pk, granted, by=neighbourhood.supervisor, at=walked.at)
    assert walked.lead.state == "suspension_asked"


def test_the_dispatcher_alone_sets_nothing_aside(neighbourhood):
    walked = Life(neighbourhood).suspension_asked()
    assert verbs(walked, neighbourhood.desk).isdisjoint({"grant_suspension", "refuse_suspension"})


def test_a_helping_unit_asks_for_neither(neighbourhood):
    here = neighbourhood
    walked = Life(here).filed()
    walked.does(life.Dispatch(unit=here.units["committee"], helpers=(here.units["property"],)), here.desk)
    helper = next(part for part in walked.matter.parts.all() if part.holder_unit_id == here.units["property"])
    walked.does(lead.SignFor(), here.handler, on=helper)
    helper.refresh_from_db()
    offered = {button.verb for button in acts_for(helper, by=here.handler, now=walked.at)}
    assert offered.isdisjoint({"ask_to_extend", "ask_to_suspend"})


@pytest.mark.parametrize("asked", ["extension_asked", "suspension_asked", "bounce_asked"])
def test_what_the_resident_takes_back_leaves_nothing_to_decide(neighbourhood, asked):
    walked = getattr(Life(neighbourhood), asked)()
    walked.does(life.Withdraw(), neighbourhood.resident)
    assert [outcome for *_, outcome in asks(walked)] == ["lapsed"]
