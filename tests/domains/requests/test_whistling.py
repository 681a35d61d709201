"""The community asks, the subdistrict whistles, departments report in, and both sides judge; the lead stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY

from linli.domains.delivery.models import Message
from linli.domains.matters.engine import perform
from linli.domains.matters.missing import MISSED, mark_missed
from linli.domains.matters.models import Ask, Clock, Matter
from linli.domains.matters.queries import acts_for, worklist
from linli.domains.people.actor import SYSTEM
from linli.domains.requests.confiding import hidden_from
from linli.domains.requests.events import supervise_late_report_in
from linli.domains.requests.figures.queries import Asked, whistling
from linli.domains.requests.lifecycle import assignment as lead
from linli.domains.requests.lifecycle import merging, report_in, whistle
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.lifecycle.undoing import UndoImport
from linli.domains.requests.models import CalledUnit, Request
from linli.kernel.events import Event
from linli.kernel.ids import new_id
from linli.kernel.refusal import Refusal

pytestmark = pytest.mark.django_db


def figures(at):
    asked = Asked(since=MONDAY - timedelta(days=1), until=MONDAY + timedelta(days=60))
    return whistling(asked, by=SYSTEM, now=at)


def verbs(matter: Matter, actor, at) -> set[str]:
    return {button.verb for button in acts_for(matter, by=actor, now=at)}


def asks(walked: Life) -> list[tuple[str, str]]:
    return list(Ask.objects.filter(matter__parent=walked.matter).order_by("asked_at").values_list("kind", "outcome"))


def letters(matter: Matter) -> set[str]:
    return set(Message.objects.filter(matter=matter.pk).values_list("template", flat=True))


def judged(walked: Life, **verdict: bool) -> Life:
    details = report_in.JudgeShare(**{"did_share": True, "satisfied": True} | verdict)
    return walked.does(details, walked.here.desk, on=walked.called_unit)


def test_asking_waits_for_the_subdistrict_and_stops_no_clock(neighbourhood):
    walked = Life(neighbourhood).whistle_asked()
    assert walked.whistle in worklist(by=neighbourhood.supervisor)
    assert walked.whistle.number == f"{walked.matter.number}-S1"
    assert walked.matter.state == "in_progress"
    assert not Clock.objects.get(matter=walked.matter, name="answer").paused
    assert verbs(walked.whistle, neighbourhood.desk, walked.at) == set()
    assert "ask_to_whistle" not in verbs(walked.matter, neighbourhood.desk, walked.at)


def test_a_whistle_calls_each_department_and_leaves_the_lead_and_the_receiver_alone(neighbourhood):
    walked = Life(neighbourhood).blown()
    called = walked.called_unit
    assert (called.number, called.holder_unit_id) == (f"{walked.matter.number}-B1", neighbourhood.units["water"])
    assert called in worklist(by=neighbourhood.other_handler)
    assert walked.matter.holder_unit_id == neighbourhood.units["committee"]
    assert Request.objects.get(pk=walked.matter.pk).lead_id == walked.lead.pk
    assert "request.whistled" in letters(walked.matter)
    assert "report_in.called" in letters(called)
    assert "whistle.blown" in letters(walked.whistle)
    assert asks(walked) == [("whistle", "granted")]


def test_an_emergency_leaves_less_time_to_report_in(neighbourhood):
    clock = Clock.objects.get(matter=Life(neighbourhood).blown("emergency").called_unit, name="report_in")
    assert clock.allowance == {"amount": 30, "unit": "minutes"}
    clock = Clock.objects.get(matter=Life(neighbourhood).blown("cannot_alone").called_unit, name="report_in")
    assert clock.allowance == {"amount": 1, "unit": "workdays"}


def test_a_refusal_says_why_and_it_may_be_asked_again(neighbourhood):
    walked = Life(neighbourhood).whistle_asked()
    walked.does(whistle.RefuseToWhistle(reason="物业可自行处理"), neighbourhood.supervisor, on=walked.whistle)
    assert asks(walked) == [("whistle", "refused")]
    assert "whistle.refused" in letters(walked.whistle)
    again = whistle.AskToWhistle(ground="cannot_alone", evidence="物业两次上门无果")
    walked.does(again, neighbourhood.desk)
    assert walked.whistle.number.endswith("-S2")


def test_both_sides_judge_and_the_whistle_is_over_with_the_last_of_them(neighbourhood):
    walked = judged(Life(neighbourhood).share_done())
    row = CalledUnit.objects.get()
    assert (row.rightly, row.did_share, row.satisfied, row.late) == (True, True, True, False)
    assert (walked.called_unit.state, walked.whistle.state) == ("share_judged", "whistle_over")
    assert "whistle" not in walked.matter.facts


def test_a_share_not_done_goes_back_to_the_department_and_is_counted(neighbourhood):
    walked = judged(Life(neighbourhood).share_done(), did_share=False, satisfied=False)
    assert (walked.called_unit.state, walked.whistle.state) == ("reported_in", "blown")
    walked.does(report_in.DoShare(text="补做完毕", rightly=True), neighbourhood.other_handler, on=walked.called_unit)
    judged(walked)
    assert (figures(walked.at).sent_back, figures(walked.at).did_share) == (1, 1)


def test_a_department_does_not_judge_itself(neighbourhood):
    walked = Life(neighbourhood).share_done()
    assert verbs(walked.called_unit, neighbourhood.other_handler, walked.at) == set()


def test_the_answer_waits_for_every_department_or_for_its_release(neighbourhood):
    walked = Life(neighbourhood).blown()
    answer = lead.Answer(text="已修好")
    with pytest.raises(Refusal, match=r"has not done its share"):
        perform(walked.lead.pk, answer, by=neighbourhood.handler, at=walked.at)
    assert "answer" not in verbs(walked.lead, neighbourhood.handler, walked.at)
    walked.does(report_in.Release(reason="不用供水所了"), neighbourhood.supervisor, on=walked.called_unit)
    assert (walked.called_unit.state, walked.whistle.state) == ("released", "whistle_over")
    walked.does(answer, neighbourhood.handler, on=walked.lead)
    assert walked.matter.state == "replied"


def test_what_is_answered_before_the_decision_needs_nobody(neighbourhood):
    walked = Life(neighbourhood).whistle_asked()
    walked.does(lead.Answer(text="已修好"), neighbourhood.handler, on=walked.lead)
    assert walked.whistle.state == "whistle_lapsed"
    assert asks(walked) == [("whistle", "lapsed")]
    assert "whistle" not in walked.matter.facts


def test_a_verdict_after_the_residents_own_still_lands(neighbourhood):
    walked = Life(neighbourhood).share_done()
    walked.does(lead.Answer(text="已修好"), neighbourhood.handler, on=walked.lead)
    walked.does(life.Judge(solved=True, satisfied=True), neighbourhood.resident)
    judged(walked)
    assert (walked.matter.state, walked.whistle.state) == ("closed", "whistle_over")


def test_what_the_resident_takes_back_needs_nobody(neighbourhood):
    asked = Life(neighbourhood).whistle_asked().does(life.Withdraw(), neighbourhood.resident)
    assert (asked.whistle.state, asks(asked)) == ("whistle_lapsed", [("whistle", "lapsed")])
    called = Life(neighbourhood).blown().does(life.Withdraw(), neighbourhood.resident)
    assert (called.called_unit.state, called.whistle.state) == ("called_off", "whistle_over")
    done = Life(neighbourhood).share_done().does(life.Withdraw(), neighbourhood.resident)
    assert (done.called_unit.state, done.whistle.state) == ("share_done", "blown")
    assert judged(done).whistle.state == "whistle_over"


def test_what_should_never_have_come_still_judges_who_came(neighbourhood):
    walked = Life(neighbourhood).share_done().does(UndoImport(reason="导错了文件"), SYSTEM)
    assert judged(walked).whistle.state == "whistle_over"
    called = Life(neighbourhood).blown().does(UndoImport(reason="导错了文件"), SYSTEM)
    assert called.called_unit.state == "called_off"


def test_more_departments_are_called_later_but_none_twice_and_never_the_lead(neighbourhood):
    here, walked = neighbourhood, Life(neighbourhood).blown()
    for unit in ("water", "property"):
        again = whistle.CallAlso(units=(here.units[unit],), task="一起到场")
        with pytest.raises(Refusal, match=r"each once"):
            perform(walked.whistle.pk, again, by=here.supervisor, at=walked.at)
    walked.does(whistle.CallAlso(units=(here.units["office"],), task="一起到场"), here.supervisor, on=walked.whistle)
    assert Matter.objects.filter(kind="report_in", parent=walked.matter).count() == 2
    assert walked.called_unit.number.endswith("-B2")


def test_a_request_for_which_departments_are_called_follows_no_other(neighbourhood):
    leading, walked = Life(neighbourhood).filed(), Life(neighbourhood).blown()
    with pytest.raises(Refusal, match=r"Merge the other into it"):
        perform(walked.matter.pk, merging.Merge(into=leading.matter.number), by=neighbourhood.desk, at=walked.at)


def test_whoever_is_late_is_watched_and_counted(neighbourhood):
    walked = Life(neighbourhood).blown()
    late = walked.at + timedelta(days=3)
    assert figures(late).overdue == 1
    mark_missed(at=late)
    missed = Clock.objects.get(matter=walked.called_unit, name="report_in")
    told = {"matter": str(walked.called_unit.pk), "kind": "report_in", "clock": "report_in"}
    for _ in range(2):
        supervise_late_report_in(Event(id=missed.pk, name=MISSED, payload=told))
    walked.matter.refresh_from_db()
    assert walked.matter.facts["supervised"]
    assert Message.objects.filter(template="request.supervised", recipient=neighbourhood.resident.person).count() == 1
    walked.at = late
    walked.does(report_in.ReportIn(text="王科长明早到场"), neighbourhood.other_handler, on=walked.called_unit)
    assert (figures(late).late, figures(late).on_time, figures(late).overdue) == (1, 0, 0)


def test_other_clocks_that_run_out_supervise_nothing(neighbourhood):
    walked = Life(neighbourhood).blown()
    told = {"matter": str(walked.lead.pk), "kind": "assignment", "clock": "progress"}
    supervise_late_report_in(Event(id=new_id(), name=MISSED, payload=told))
    walked.matter.refresh_from_db()
    assert "supervised" not in walked.matter.facts


def test_the_figures_leave_nobody_out(neighbourhood):
    Life(neighbourhood).whistle_asked()
    refused = Life(neighbourhood).whistle_asked()
    refused.does(whistle.RefuseToWhistle(reason="不必"), neighbourhood.supervisor, on=refused.whistle)
    released = Life(neighbourhood).blown()
    released.does(report_in.Release(reason="不用了"), neighbourhood.supervisor, on=released.called_unit)
    Life(neighbourhood).blown()
    walked = Life(neighbourhood).reported_in()
    walked.does(report_in.DoShare(text="已修", rightly=False), neighbourhood.other_handler, on=walked.called_unit)
    found = figures(walked.at)
    assert (found.asked, found.waiting, found.blown, found.refused, found.lapsed) == (5, 1, 3, 1, 0)
    assert found.called == found.on_time + found.late + found.awaited + found.overdue + found.let_go == 3
    assert (found.on_time, found.awaited, found.let_go) == (1, 1, 1)
    assert (found.rightly, found.wrongly, found.did_share) == (0, 1, 0)


def test_a_department_called_to_a_confidential_request_does_not_learn_who_asks(neighbourhood):
    walked = Life(neighbourhood, confidential=True).blown()
    assert hidden_from(neighbourhood.other_handler, walked.matter)
    assert not hidden_from(neighbourhood.desk, walked.matter)


def test_another_community_neither_asks_nor_judges(neighbourhood):
    walked = Life(neighbourhood).share_done()
    for matter in (walked.matter, walked.called_unit):
        assert verbs(matter, neighbourhood.stranger, walked.at) == set()
