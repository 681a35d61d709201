"""Clocks along a life: started by rules, stopped by acts, standing still while the resident is asked."""

from __future__ import annotations

from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY

from linli.domains.matters.models import Clock
from linli.domains.matters.queries import clocks_of
from linli.domains.requests.lifecycle import request as life


def running(matter) -> set[str]:
    return set(Clock.objects.filter(matter=matter, stopped_at=None).values_list("name", flat=True))


def test_the_answers_clock_counts_from_the_report(neighbourhood):
    walked = Life(neighbourhood).filed()
    clock = Clock.objects.get(matter=walked.matter, name="answer")
    assert clock.started_at == MONDAY
    assert clock.rule.startswith("beijing") or clock.rule.startswith("cn")
    assert clock.due_at.date().isoformat() == "2026-03-11"  # seven working days after Monday 2 March


def test_the_clock_stands_still_while_the_resident_is_asked(neighbourhood):
    walked = Life(neighbourhood).info_requested()
    clock = Clock.objects.get(matter=walked.matter, name="answer")
    before = clock.due_at
    assert clock.paused
    walked.at = walked.at.replace(day=4)
    walked.does(life.GiveInformation(text="是东边那部"), neighbourhood.resident)
    clock.refresh_from_db()
    assert not clock.paused
    assert clock.due_at > before
    view = next(each for each in clocks_of(walked.matter, now=walked.at) if each.name == "answer")
    assert "等你补充材料时停了" in view.explanation.in_language("zh-hans")


def test_a_final_state_stops_every_clock(neighbourhood):
    assert running(Life(neighbourhood).filed().matter) == {"answer", "dispatch"}
    assert running(Life(neighbourhood).withdrawn().matter) == set()


def test_the_row_shows_the_nearest_deadline(neighbourhood):
    walked = Life(neighbourhood).filed()
    assert walked.matter.due_clock == "dispatch"
    walked.does(life.Dispatch(unit=neighbourhood.units["property"]), neighbourhood.desk)
    assert walked.matter.due_clock == "answer"


def test_reopening_starts_the_answer_anew(neighbourhood):
    walked = Life(neighbourhood).reopened()
    assert running(walked.matter) == {"answer", "dispatch"}
