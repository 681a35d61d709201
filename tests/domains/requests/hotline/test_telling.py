"""The city is told every step once, in order, through every fault of its server; what stays stuck is seen."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.domains.requests.lives import Life

from linli.domains.matters.engine import perform
from linli.domains.matters.models import Event
from linli.domains.requests.hotline import client
from linli.domains.requests.hotline.models import Progress, Push
from linli.domains.requests.hotline.telling import ATTEMPTS, tell_all
from linli.domains.requests.hotline.told import BY_VERB
from linli.domains.requests.hotline.wire import STANDARD, read_wire
from linli.domains.requests.lifecycle import ASSIGNMENT, REQUEST
from linli.domains.requests.lifecycle import request as life
from linli.kernel.vault import Purpose, accesses

from .conftest import lived, written


@pytest.fixture
def walked(city, server, neighbourhood):
    """An order of the city that can be walked on."""
    server.city.orders.append(written())
    return lived(neighbourhood, city()[1])


def acts(server):
    return [(told["action"], told["status"]) for told in server.city.told]


def test_every_step_is_told_in_order_and_once(walked, server):
    walked.closed()
    assert tell_all(at=walked.at) == 4
    assert acts(server) == [("SIGN", "20"), ("PROGRESS", "30"), ("REPLY", "50"), ("RESULT", "90")]
    assert tell_all(at=walked.at + timedelta(days=1)) == 0
    assert [told["feedbackId"] for told in server.city.told] == [
        str(push) for push in Push.objects.order_by("place").values_list("event", flat=True)
    ]


def test_the_answer_goes_in_its_own_words_and_the_resident_reads_that(walked, server, neighbourhood):
    walked.signed()
    from linli.domains.requests.lifecycle import assignment as lead

    walked.does(lead.Answer(text="门机已换，有事请打 13900005678"), neighbourhood.handler, on=walked.lead)
    tell_all(at=walked.at)
    assert server.city.told[-1]["content"] == "门机已换，有事请打 13900005678"
    assert server.city.told[-1]["unit"] == "柳荫物业"
    logged = [line for line in accesses(walked.matter.opener_id) if line.by.label == "12345"]
    assert [line.purpose for line in logged] == [Purpose.RESOLVE]


def test_what_the_resident_says_stays_here(walked, server):
    walked.verified()
    walked.here.resident = type(walked.here.resident)(person=walked.matter.opener_id)
    walked.does(life.Judge(solved=False, satisfied=False, note="我住302，门还是响着"), walked.here.resident)
    tell_all(at=walked.at)
    result = server.city.told[-1]
    assert (result["action"], result["solved"], result["satisfied"]) == ("RESULT", False, False)
    assert "响着" not in str(server.city.told)


@pytest.mark.parametrize(("end", "ground"), [("not_accepted", "法院或仲裁"), ("dismissed", "没有提出诉求")])
def test_what_is_not_ours_goes_back_with_its_ground(walked, server, end, ground):
    getattr(walked, end)()
    tell_all(at=walked.at)
    assert acts(server) == [("RETURN", "60")]
    assert server.city.told[0]["reason"] == ground
    assert server.city.told[0]["content"]


def test_requests_of_other_doors_are_not_told(server, neighbourhood):
    Life(neighbourhood).closed()
    assert Push.objects.count() == 0


@pytest.mark.parametrize("fault", ["500", "502", "429", "nonsense", "empty", "another shape", "busy"])
def test_a_fault_of_the_city_puts_it_off_and_it_arrives_once(walked, server, fault):
    walked.filed()
    server.city.faults = [fault]
    assert tell_all(at=walked.at) == 0
    assert tell_all(at=walked.at + timedelta(seconds=10)) == 0
    assert tell_all(at=walked.at + timedelta(minutes=1)) == 1
    assert acts(server) == [("SIGN", "20")]


def test_a_lost_answer_is_asked_again_and_known_there(walked, server):
    walked.filed()
    server.mute = True
    assert tell_all(at=walked.at) == 0
    server.mute = False
    assert tell_all(at=walked.at + timedelta(minutes=1)) == 1
    assert acts(server) == [("SIGN", "20")]


def test_nobody_there_costs_one_call_however_much_waits(city, server, neighbourhood, monkeypatch):
    calls = []
    exchange = client.City._exchange
    monkeypatch.setattr(client.City, "_exchange", lambda *given: calls.append(1) or exchange(*given))
    for number in range(5):
        walk = lived(neighbourhood, city(orderNo=f"N-{number}")[1]).filed()
    server.city.faults = ["500"] * 9
    assert (tell_all(at=walk.at), len(calls)) == (0, 1)


def test_waits_grow_until_a_person_must_look(walked, server):
    walked.filed()
    server.city.faults = ["busy"] * 20
    at, waits = walked.at, []
    for _ in range(ATTEMPTS):
        tell_all(at=at)
        push = Push.objects.get()
        waits.append(push.due_at - at)
        at = max(push.due_at, at)
    assert waits[:3] == [timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=8)]
    assert max(waits) == timedelta(hours=6)
    assert (push.progress, push.error, push.attempts) == (Progress.STUCK, "code_999", ATTEMPTS)
    assert tell_all(at=at + timedelta(days=9)) == 0


def test_what_the_city_never_takes_is_stuck_at_once_and_holds_what_follows(walked, server):
    walked.filed()
    server.city.faults = ["closed"]
    tell_all(at=walked.at)
    walked.does(life.Dispatch(unit=walked.here.units["property"]), walked.here.desk)
    perform(walked.matter.pk, life.Withdraw(), by=type(walked.here.desk)(person=walked.matter.opener_id), at=walked.at)
    assert tell_all(at=walked.at + timedelta(days=1)) == 0
    assert list(Push.objects.order_by("place").values_list("progress", flat=True)) == ["stuck", "waiting"]


def test_a_push_left_by_a_killed_worker_is_taken_up(walked, server):
    walked.filed()
    Push.objects.update(progress=Progress.SENDING, claimed_at=walked.at, attempts=1)
    assert tell_all(at=walked.at + timedelta(minutes=1)) == 0
    assert tell_all(at=walked.at + timedelta(minutes=3)) == 1


def test_a_wrong_secret_is_refused_there_until_it_is_right(walked, server):
    walked.filed()
    server.city.secret = "another"
    assert (tell_all(at=walked.at), Push.objects.get().error) == (0, "code_403")
    server.city.secret = "a secret of the tests"
    assert tell_all(at=walked.at + timedelta(minutes=1)) == 1


def test_without_an_address_nothing_leaves(walked, settings):
    settings.HOTLINE_URL = ""
    walked.filed()
    assert tell_all(at=walked.at) == 0
    assert Push.objects.get().attempts == 0


def test_every_state_of_ours_has_one_of_theirs():
    assert set(read_wire(STANDARD).telling.states) == {state.code for state in REQUEST.states}


def test_every_act_that_is_told_is_an_act():
    verbs = {transition.verb() for each in (REQUEST, ASSIGNMENT) for transition in each.transitions}
    assert set(BY_VERB) <= verbs


def test_the_queue_holds_nothing_personal(walked):
    walked.replied()
    row = str(list(Push.objects.values()))
    assert "门机" not in row
    assert Event.objects.filter(pk__in=Push.objects.values("event")).count() == 3
