"""The engine: a batch with the same checks and statements as one; an act is whole or it never was."""

from __future__ import annotations

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY

from linli.domains.delivery.models import Message
from linli.domains.matters.engine import Draft, Move, open_many, perform, perform_many, writing
from linli.domains.matters.engine.refusals import NotNow, Stale
from linli.domains.matters.models import Clock, Event, Link, Matter, SearchRow, Text
from linli.domains.people.actor import SYSTEM
from linli.domains.requests.kinds import REQUESTS
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.lifecycle.request import Report
from linli.domains.requests.models import Assignment, Request
from linli.kernel.ids import new_id
from linli.kernel.record.models import Entry, Salt
from linli.kernel.refusal import NotAllowed, NotFound
from linli.kernel.vault.models import SealedValue

TABLES = (Event, Text, Clock, Entry, Salt, Message, SealedValue, SearchRow, Matter, Link, Assignment, Request)


def everything() -> list:
    """All that an act could have written, to compare before and after."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs")
        waiting = cursor.fetchone()[0]
    rows = [table.objects.count() for table in TABLES]
    return [waiting, *rows, list(Matter.objects.order_by("pk").values()), list(Clock.objects.order_by("pk").values())]


def test_of_a_batch_those_that_may_be_done_are_done_and_each_other_is_refused_by_its_own_sentence(neighbourhood):
    here = neighbourhood
    fine, stale, over = Life(here), Life(here), Life(here).withdrawn()
    elsewhere, missing = Life(here, place=here.places["poplar"].pk), new_id()
    moves = [
        Move(matter=fine.matter.pk, details=life.Accept(), version=1),
        Move(matter=stale.matter.pk, details=life.Accept(), version=7),
        Move(matter=over.matter.pk, details=life.Accept()),
        Move(matter=elsewhere.matter.pk, details=life.Accept()),
        Move(matter=missing, details=life.Accept()),
    ]
    outcome = perform_many(moves, by=here.desk, at=MONDAY)
    assert [act.matter.pk for act in outcome.done] == [fine.matter.pk]
    assert {matter: type(refusal) for matter, refusal in outcome.refused.items()} == {
        stale.matter.pk: Stale,
        over.matter.pk: NotNow,
        elsewhere.matter.pk: NotFound,
        missing: NotFound,
    }
    assert set(Matter.objects.filter(state="filed")) == {fine.matter}
    assert Event.objects.filter(verb="accept").count() == 1


def test_whose_act_it_is_not_is_told_whose_it_is(neighbourhood):
    walked = Life(neighbourhood)
    with pytest.raises(NotAllowed) as refused:
        perform(walked.matter.pk, life.Accept(), by=neighbourhood.resident, at=MONDAY)
    assert "受理岗" in refused.value.sentence.in_language("zh-hans")


def test_a_refused_act_changes_nothing(neighbourhood):
    walked = Life(neighbourhood).filed()
    before = everything()
    for details, by in (
        (life.Accept(), neighbourhood.desk),
        (life.Verify(true_on_site=True), neighbourhood.verifier),
        (life.Dispatch(unit=new_id()), neighbourhood.desk),
        (life.Accept(category="no.such"), neighbourhood.desk),
    ):
        with pytest.raises(Exception):  # noqa: B017, PT011 - whichever refusal it is, nothing may change
            perform(walked.matter.pk, details, by=by, at=walked.at)
    assert everything() == before


@pytest.fixture
def hooks():
    """Lets a test add hooks to requests, and takes them away again."""
    shaping = dict(REQUESTS.shaping)
    following = {transition: list(some) for transition, some in REQUESTS.following.items()}
    yield REQUESTS
    REQUESTS.shaping.clear()
    REQUESTS.shaping.update(shaping)
    REQUESTS.following.clear()
    REQUESTS.following.update(following)


def breaks(acts):
    raise ArithmeticError


@pytest.mark.parametrize("when", ["upon", "after"])
def test_where_a_hook_breaks_nothing_was_written(neighbourhood, hooks, when):
    walked = Life(neighbourhood)
    before = everything()
    getattr(hooks, when)(life.Accept)(breaks)
    with pytest.raises(ArithmeticError):
        perform(walked.matter.pk, life.Accept(), by=neighbourhood.desk, at=MONDAY)
    assert everything() == before


STEPS = ("enter_many", "rewrite", "save_texts", "save_files", "index", "letters_of", "send_many", "announce_acts")


@pytest.mark.parametrize("step", STEPS)
def test_wherever_writing_breaks_nothing_was_written(neighbourhood, monkeypatch, step):
    walked = Life(neighbourhood).filed()
    before = everything()
    monkeypatch.setattr(writing, step, lambda *given, **more: breaks(given))
    details = life.Dispatch(unit=neighbourhood.units["property"], note="请尽快")
    with pytest.raises(ArithmeticError):
        perform(walked.matter.pk, details, by=neighbourhood.desk, at=MONDAY)
    monkeypatch.undo()
    assert everything() == before


@pytest.mark.parametrize("step", [step for step in STEPS if step != "rewrite"])
def test_wherever_opening_breaks_nothing_was_opened(neighbourhood, monkeypatch, step):
    before = everything()
    monkeypatch.setattr(writing, step, lambda *given, **more: breaks(given))
    with pytest.raises(ArithmeticError):
        Life(neighbourhood)
    monkeypatch.undo()
    assert everything() == before


def test_where_a_hook_breaks_none_of_a_batch_was_done(neighbourhood, hooks):
    moves = [Move(matter=Life(neighbourhood).matter.pk, details=life.Accept()) for _ in range(3)]
    before = everything()
    hooks.after(life.Accept)(breaks)
    with pytest.raises(ArithmeticError):
        perform_many(moves, by=neighbourhood.desk, at=MONDAY)
    assert everything() == before


def statements(act) -> int:
    """How many statements an act takes; a statement said for many rows counts as often."""
    with CaptureQueriesContext(connection) as captured:
        act()
    return sum(int(query["sql"].split(" times: ")[0]) if " times: " in query["sql"] else 1 for query in captured)


def batches(here, count: int, to: str) -> list[Matter]:
    return [getattr(Life(here), to)().matter for _ in range(count)]


@pytest.mark.parametrize(
    ("to", "details", "part"),
    [
        ("received", lambda here: life.Accept(), "desk"),
        ("filed", lambda here: life.Dispatch(unit=here.units["property"], note="请尽快"), "desk"),
        ("filed", lambda here: life.Supervise(note="请今天回复"), "supervisor"),
        ("filed", lambda here: life.Withdraw(), "resident"),
        ("verified", lambda here: life.CallBack(contacted=False), "caller"),
        ("verified", lambda here: life.CallBack(contacted=True, solved=False, satisfied=False), "caller"),
    ],
)
def test_fifty_cost_as_many_statements_as_one(neighbourhood, to, details, part):
    by, asked = getattr(neighbourhood, part), details(neighbourhood)

    def perform_on(matters):
        outcome = perform_many([Move(matter=each.pk, details=asked) for each in matters], by=by, at=MONDAY)
        assert len(outcome.done) == len(matters)

    one, fifty = batches(neighbourhood, 1, to), batches(neighbourhood, 50, to)
    assert statements(lambda: perform_on(one)) == statements(lambda: perform_on(fifty))


def test_opening_fifty_costs_as_many_statements_as_one(neighbourhood):
    def drafts(count):
        details = Report(text="楼道灯不亮", place=neighbourhood.building)
        return [Draft(details=details, opener=neighbourhood.resident.person) for _ in range(count)]

    def opens(count):
        return lambda: open_many("request", drafts(count), by=SYSTEM, at=MONDAY)

    opens(1)()
    assert statements(opens(1)) == statements(opens(50))


def test_each_entry_of_the_record_names_its_act(neighbourhood):
    matter = Life(neighbourhood).filed().matter
    told = {event.entry: event.verb for event in Event.objects.filter(matter=matter)}
    entered = {entry.id: (entry.kind, json.loads(bytes(entry.body))["body"]["verb"]) for entry in Entry.objects.all()}
    assert entered == {entry: (f"request.{verb}", verb) for entry, verb in told.items()}
