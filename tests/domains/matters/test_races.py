"""Many hands at one matter: exactly one wins, the others are told, and nothing is ever half written."""

from __future__ import annotations

from collections import Counter
from threading import Event as ThreadingEvent
from time import sleep

import pytest
from django.db import connection, transaction
from tests.domains.requests.lives import Life
from tests.neighbourhood import Neighbourhood, build

from linli.domains.delivery.models import Message
from linli.domains.matters.engine import Move, perform, perform_many
from linli.domains.matters.engine.refusals import NotNow, Stale
from linli.domains.matters.models import Clock, Event, Matter, Text
from linli.domains.requests.lifecycle import assignment as lead
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.models import Assignment
from linli.kernel.record.models import Entry
from linli.kernel.refusal import Refusal

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]
THREADS = 200


@pytest.fixture
def here() -> Neighbourhood:
    """The neighbourhood, committed: other connections see it."""
    return build()


def tried(act):
    """What came of it: the matter, or the class of the refusal."""
    try:
        return act()
    except Refusal as refusal:
        return type(refusal)


def outcomes(results) -> Counter:
    return Counter("won" if isinstance(result, Matter) else result for result in results)


def whole(matter) -> None:
    """Every event in its place, each public one with its entry, and the row as the last one left it."""
    matter.refresh_from_db()
    events = list(Event.objects.filter(matter=matter).order_by("version"))
    assert [event.version for event in events] == list(range(1, matter.version + 1))
    assert [event.source for event in events[1:]] == [event.target for event in events[:-1]]
    assert matter.state == events[-1].target
    entered = [event.entry for event in events if event.entry]
    assert len(entered) == sum(event.public for event in events)
    assert Entry.objects.filter(id__in=entered).count() == len(entered)


def test_of_two_hundred_who_sign_for_it_exactly_one_does(here, at_once):
    walked = Life(here).dispatched()
    part, at = walked.lead, walked.at

    def sign(number):
        seen = part.version if number % 2 else None
        return tried(lambda: perform(part.pk, lead.SignFor(), by=here.handler, at=at, version=seen))

    found = outcomes(at_once(sign, range(THREADS), threads=THREADS))
    assert found["won"] == 1
    assert set(found) <= {"won", Stale, NotNow}
    whole(part)
    whole(walked.matter)
    assert Event.objects.filter(matter=part, verb="sign_for").count() == 1
    assert Event.objects.filter(matter=walked.matter, verb="lead_signed").count() == 1
    assert Clock.objects.filter(matter=part, name="progress").count() == 1
    assert Message.objects.filter(template="request.signed").count() == 1


def test_of_two_who_saw_the_same_version_the_second_is_told_what_stands_there(here, at_once):
    walked = Life(here)
    seen = walked.matter.version
    decline = life.DeclineToAccept(door="court", reason="请向法院起诉")

    def decide(details):
        try:
            return perform(walked.matter.pk, details, by=here.desk, at=walked.at, version=seen).state
        except Stale as stale:
            return stale.sentence.in_language("zh-hans")

    results = at_once(decide, [life.Accept(), decline], threads=2)
    winner = next(result for result in results if result in ("filed", "not_accepted"))
    loser = next(result for result in results if result != winner)
    assert {"filed": "已立案", "not_accepted": "不予受理"}[winner] in loser
    assert "刷新" in loser
    whole(walked.matter)


def test_of_many_different_acts_at_once_the_life_stays_one_line(here, at_once):
    walked = Life(here).replied()
    acts = [
        (here.verifier, life.Verify(true_on_site=True)),
        (here.resident, life.Judge(solved=True, satisfied=True)),
        (here.resident, life.Judge(solved=False, satisfied=False)),
        (here.resident, life.Withdraw()),
        (here.resident, life.Comment(text="谢谢")),
        (here.supervisor, life.Supervise()),
        (here.verifier, life.Verify(true_on_site=False)),
    ] * 6

    def do(act):
        by, details = act
        return tried(lambda: perform(walked.matter.pk, details, by=by, at=walked.at))

    at_once(do, acts, threads=len(acts))
    whole(walked.matter)
    for part in Matter.objects.filter(parent=walked.matter):
        whole(part)
    if walked.matter.closed_at:
        assert not Clock.objects.filter(matter=walked.matter, stopped_at=None).exists()


def test_forty_messages_at_once_are_forty_messages(here, at_once):
    walked = Life(here).filed()
    before = walked.matter.version

    def say_it(number):
        return tried(
            lambda: perform(walked.matter.pk, life.Comment(text=f"第{number}句"), by=here.resident, at=walked.at)
        )

    assert outcomes(at_once(say_it, range(40), threads=40)) == {"won": 40}
    whole(walked.matter)
    assert walked.matter.version == before + 40
    said = Text.objects.filter(matter=walked.matter, field="text", event__verb="comment")
    assert {text.body for text in said} == {f"第{number}句" for number in range(40)}


def test_a_dispatch_seen_twice_sends_one_assignment(here, at_once):
    walked = Life(here).filed()
    details = life.Dispatch(unit=here.units["property"], helpers=(here.units["water"],))

    def dispatch(_):
        return tried(lambda: perform(walked.matter.pk, details, by=here.desk, at=walked.at))

    assert outcomes(at_once(dispatch, range(30), threads=30))["won"] == 1
    assert Assignment.objects.count() == 2
    whole(walked.matter)


def test_batches_over_the_same_matters_in_any_order_never_lock_each_other_out(here, at_once):
    matters = [Life(here).matter for _ in range(12)]
    at = Life(here).at

    def accept(number):
        mine = matters[number:] + matters[:number] if number % 2 else matters[::-1]
        moves = [Move(matter=matter.pk, details=life.Accept()) for matter in mine]
        return perform_many(moves, by=here.desk, at=at)

    results = at_once(accept, range(24), threads=24)
    assert sum(len(result.done) for result in results) == 12
    assert sum(len(result.refused) for result in results) == 12 * 23
    for matter in matters:
        whole(matter)


CUT_OFF = """
import os, signal
from uuid import UUID
from django.utils import timezone
from linli.domains.matters.engine import perform, writing
from linli.domains.people.actor import Actor
from linli.domains.requests.lifecycle import request as life
announce = writing.announce_acts
def killed(acts):
    announce(acts)
    os.kill(os.getpid(), signal.SIGKILL)
writing.announce_acts = killed
perform(UUID({matter!r}), life.Comment(text="made up"), by=Actor(person=UUID({person!r})), at=timezone.now())
"""


def test_an_act_whose_process_is_killed_at_its_end_never_was(here, program):
    walked = Life(here).filed()
    tables = (Event, Text, Entry, Message)
    before = [table.objects.count() for table in tables]
    given = {"matter": str(walked.matter.pk), "person": str(here.resident.person)}
    assert program(CUT_OFF.format(**given)).wait(60) == -9
    assert [table.objects.count() for table in tables] == before
    whole(walked.matter)
    walked.does(life.Comment(text="还在"), here.resident)
    whole(walked.matter)
    assert connection.vendor == "postgresql"


def test_an_act_on_a_part_is_done_again_when_it_and_one_on_the_whole_wait_for_each_other(here, at_once):
    walked = Life(here).dispatched()
    part, at, whole_held = walked.lead, walked.at, ThreadingEvent()

    def hold_the_whole_and_want_the_part():
        with transaction.atomic():
            locked(walked.matter)
            whole_held.set()
            until_somebody_waits()
            locked(part)

    def sign():
        assert whole_held.wait(20)
        perform(part.pk, lead.SignFor(), by=here.handler, at=at)

    at_once(lambda act: act(), [hold_the_whole_and_want_the_part, sign], threads=2)
    whole(part)
    whole(walked.matter)
    assert Event.objects.filter(matter=walked.matter, verb="lead_signed").count() == 1


def locked(matter):
    Matter.objects.select_for_update().get(pk=matter.pk)


WAITING = """
SELECT count(*) FROM pg_locks WHERE NOT granted AND pid IN (
    SELECT pid FROM pg_locks JOIN pg_database d ON d.oid = database WHERE d.datname = current_database()
)
"""


def until_somebody_waits():
    """Another connection to this database waits for a row; locks tell, since activity is kept for a transaction."""
    for _ in range(400):
        with connection.cursor() as cursor:
            if cursor.execute(WAITING).fetchone()[0]:
                return
        sleep(0.05)
    pytest.fail("nobody waited for the whole")
