"""The call-back desk: whom to ring, what to ask, and that only two yeses close."""

from __future__ import annotations

import pytest
from tests.staffed import PHONE

from linli.domains.matters.models import Matter, Verdict
from linli.domains.requests.lifecycle.request import CallBack
from linli.kernel.vault import accesses


def ring(client, matter, **given):
    version = Matter.objects.get(pk=matter.pk).version
    return client.post(f"/office/call-back/{matter.number}/", {"version": version, **given})


def test_the_queue_holds_what_was_verified_and_says_what_was_tried(life, sign_in):
    fresh, tried = life("verified").matter, life("callback").matter
    life("replied")
    page = sign_in("caller").get("/office/call-back/").content.decode()
    assert fresh.number in page
    assert tried.number in page
    assert page.count('class="call-row"') == 2
    assert "已拨 1 次" in page


def test_an_empty_queue_says_what_will_appear(sign_in):
    assert "现在没有要回访的" in sign_in("caller").get("/office/call-back/").content.decode()


def test_the_number_is_shown_on_asking_and_logged_as_a_call_back(life, sign_in):
    matter = life("verified").matter
    caller = sign_in("caller")
    assert PHONE not in caller.get(f"/office/call-back/{matter.number}/").content.decode()
    assert PHONE in caller.post(f"/office/call-back/{matter.number}/phone/").content.decode()
    [line] = accesses(Matter.objects.get(pk=matter.pk).opener_id)
    assert (line.purpose, line.matter) == ("call_back", matter.pk)


@pytest.mark.parametrize(
    ("given", "state"),
    [
        ({"contacted": "true", "solved": "true", "satisfied": "true"}, "closed"),
        ({"contacted": "true", "solved": "true", "satisfied": "false"}, "reopened"),
        ({"contacted": "true", "solved": "false", "satisfied": "true"}, "reopened"),
        ({"contacted": "false"}, "callback"),
    ],
)
def test_two_yeses_close_any_no_reopens_silence_stays(life, sign_in, given, state):
    matter = life("verified").matter
    assert ring(sign_in("caller"), matter, **given).status_code == 302
    assert Matter.objects.get(pk=matter.pk).state == state
    assert Verdict.objects.filter(matter=matter).count() == 1


def test_recording_goes_on_to_the_next_and_in_the_end_to_the_empty_queue(life, sign_in):
    first, second = life("verified").matter, life("verified").matter
    caller = sign_in("caller")
    yes = {"contacted": "true", "solved": "true", "satisfied": "true"}
    assert ring(caller, first, **yes)["location"] == f"/office/call-back/{second.number}/"
    assert ring(caller, second, **yes)["location"] == "/office/call-back/"


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"contacted": "true"},
        {"contacted": "true", "solved": "true"},
        {"contacted": "false", "solved": "true"},
    ],
)
def test_half_an_answer_is_refused_and_kept(life, sign_in, given):
    matter = life("verified").matter
    answer = ring(sign_in("caller"), matter, note="他说还要想想", **given)
    assert answer.status_code == 422
    assert "他说还要想想" in answer.content.decode()
    assert not Verdict.objects.exists()


def test_a_call_that_somebody_else_recorded_meanwhile_is_told_with_the_notes_kept(here, life, sign_in):
    one = life("verified")
    old = Matter.objects.get(pk=one.matter.pk).version
    one.does(CallBack(contacted=False), here.caller)
    given = {"version": old, "contacted": "true", "solved": "true", "satisfied": "true", "note": "非常满意"}
    answer = sign_in("caller").post(f"/office/call-back/{one.matter.number}/", given)
    assert answer.status_code == 409
    assert "非常满意" in answer.content.decode()
    assert "回访中" in answer.content.decode()


def test_whoever_is_no_call_back_desk_has_no_script(life, sign_in):
    matter = life("verified").matter
    assert sign_in("desk").get(f"/office/call-back/{matter.number}/").status_code == 403
    assert ring(sign_in("desk"), matter, contacted="true", solved="true", satisfied="true").status_code == 403
    assert sign_in("stranger").get(f"/office/call-back/{matter.number}/").status_code == 404


def test_a_script_that_is_over_says_so(life, sign_in):
    answer = sign_in("caller").get(f"/office/call-back/{life('closed').matter.number}/")
    assert answer.status_code == 403
    assert "请从队列里选" in answer.content.decode()


def test_after_too_many_failures_it_is_supervised_never_closed(life, sign_in):
    matter = life("verified").matter
    caller = sign_in("caller")
    for _ in range(3):
        assert ring(caller, matter, contacted="false").status_code == 302
    assert Matter.objects.get(pk=matter.pk).state == "callback"
    assert "督办" in caller.get("/office/call-back/").content.decode()


def test_the_queue_asks_the_database_the_same_for_one_and_for_thirty(life, sign_in, queries):
    caller = sign_in("caller")
    life("verified")
    one = queries(caller, "/office/call-back/")
    for _ in range(29):
        life("verified")
    assert queries(caller, "/office/call-back/") == one
