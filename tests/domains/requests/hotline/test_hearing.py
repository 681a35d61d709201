"""An order of the city becomes one request, however often, late, changed or contradictory it is sent."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from tests.neighbourhood import MONDAY

from linli.domains.delivery.models import Message
from linli.domains.matters.engine import perform
from linli.domains.matters.models import Clock, Event, Matter, Text
from linli.domains.people.queries import person_with_phone, reach
from linli.domains.requests.actions import open_contact
from linli.domains.requests.hotline.models import Order
from linli.domains.requests.hotline.vocabulary import Heard
from linli.domains.requests.hotline.wire import wire
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.models import Request
from linli.kernel.refusal import NotAllowed
from linli.kernel.vault import Purpose

from .conftest import CALLER, NOW, lived


def clocks(matter):
    return {clock.name: clock for clock in Clock.objects.filter(matter=matter, stopped_at=None)}


def verbs(matter):
    return list(Event.objects.filter(matter=matter).order_by("version").values_list("verb", flat=True))


def test_a_new_order_is_reported_at_the_callers_own_time_and_place(city, neighbourhood):
    heard, matter = city()
    assert (heard, matter.kind, matter.state) == (Heard.OPENED, "request", "received")
    assert matter.opened_at == MONDAY
    assert matter.place_id == neighbourhood.places["willow"].pk
    assert (matter.category, matter.facts["kind"], matter.facts["hotline"]) == (
        "home.lift",
        "complaint",
        "LH20260302-000123",
    )
    assert Request.objects.get(pk=matter.pk).channel == "hotline"


def test_both_clocks_run_and_the_nearer_shows(city, neighbourhood):
    _, matter = city()
    running = clocks(matter)
    assert set(running) == {"first_contact", "city_sign_for", "city_answer"}
    assert running["city_sign_for"].due_at == MONDAY + timedelta(hours=2)
    assert running["city_answer"].due_at == MONDAY.replace(day=7, hour=18)
    assert (matter.due_at, matter.due_clock) == min((clock.due_at, name) for name, clock in running.items())
    perform(matter.pk, life.Accept(), by=neighbourhood.desk, at=NOW)
    assert "city_sign_for" not in clocks(matter)


def test_a_deadline_weeks_away_is_kept_to_the_second(city):
    _, matter = city(finishDeadline="2026-03-31 17:59:59", signDeadline="")
    due = clocks(matter)["city_answer"].due_at
    assert due == MONDAY.replace(day=31, hour=17, minute=59, second=59)


def test_a_deadline_that_has_passed_is_late_at_once(city):
    _, matter = city(signDeadline="2026-03-02 10:05:00")
    assert clocks(matter)["city_sign_for"].due_at == MONDAY + timedelta(minutes=5)


def test_the_callers_name_and_number_lie_in_the_vault_alone(city, neighbourhood):
    _, matter = city(content="我叫程小满，电话13800001234，三号楼电梯坏了。")
    assert person_with_phone(CALLER["phone"]) == matter.opener_id
    assert reach([matter.opener_id])[matter.opener_id].name
    for text in Text.objects.filter(matter=matter):
        assert CALLER["name"] not in text.body
        assert CALLER["phone"] not in text.body
    contact = open_contact(matter.pk, by=neighbourhood.desk, purpose=Purpose.RESOLVE, at=NOW)
    assert (contact.name, contact.phone) == (CALLER["name"], CALLER["phone"])


def test_a_confidential_caller_stays_unknown_to_the_unit(city, neighbourhood):
    _, matter = city(caller=CALLER | {"secret": True})
    walk = lived(neighbourhood, matter).dispatched()
    with pytest.raises(NotAllowed):
        open_contact(walk.matter.pk, by=neighbourhood.handler, purpose=Purpose.RESOLVE, at=NOW)


def test_the_same_caller_twice_is_one_person(city):
    _, first = city()
    _, second = city(orderNo="LH20260302-000124")
    assert first.opener_id == second.opener_id
    assert first.pk != second.pk


def test_a_number_that_is_none_stays_among_the_sealed_words(city):
    _, matter = city(caller={"name": "", "phone": "匿名分机12"})
    assert Matter.objects.get(pk=matter.pk).opener_id is not None
    assert "匿名分机12" in Text.objects.get(matter=matter).body


def test_the_same_again_changes_nothing(city):
    _, matter = city()
    before, letters = verbs(matter), Message.objects.count()
    for seq in (1, 1, 2):
        heard, same = city(seq=seq, at=NOW + timedelta(hours=1))
        assert (heard, same.pk) == (Heard.REPEATED, matter.pk)
    assert (verbs(matter), Message.objects.count()) == (before, letters)
    assert Order.objects.get().repeats == 3


def test_a_changed_order_is_noted_beside_what_stands(city):
    _, matter = city()
    heard, _ = city(seq=2, content="三号楼电梯坏了两天，有人被困过。", level="紧急")
    assert heard == Heard.UPDATED
    said = list(Text.objects.filter(matter=matter).order_by("at", "pk").values_list("field", "body"))
    assert "老人上不去楼" in said[0][1]
    assert any(field == "text" and "有人被困过" in body for field, body in said)
    assert any(field == "note" and "由受理岗判断" in body for field, body in said)
    assert Matter.objects.get(pk=matter.pk).facts["urgency"] == "ordinary"


def test_a_new_deadline_of_the_city_moves_its_clock_and_none_of_ours(city):
    _, matter = city()
    ours = clocks(matter)["first_contact"].due_at
    city(seq=2, finishDeadline="2026-03-04 18:00:00")
    running = clocks(matter)
    assert running["city_answer"].due_at == MONDAY.replace(day=4, hour=18)
    assert running["first_contact"].due_at == ours


def test_an_older_word_that_comes_later_is_counted_and_left(city):
    _, matter = city(seq=5)
    before = verbs(matter)
    heard, _ = city(seq=3, content="更早的一版内容，还没有补充。")
    assert heard == Heard.LATE
    assert (verbs(matter), Order.objects.get().late) == (before, 1)


def test_two_words_under_one_sequence_contradict_and_the_first_stands(city):
    _, matter = city()
    for _ in range(2):
        heard, _ = city(content="其实是五号楼的门禁坏了。")
    assert heard == Heard.REPEATED
    order = Order.objects.get()
    assert (order.contradictions, order.repeats, verbs(matter).count("hear_city")) == (1, 1, 2)
    assert Text.objects.filter(matter=matter, audience="staff", body__contains="五号楼的门禁").count() == 1


def test_a_city_that_does_not_count_is_ordered_by_its_changes(city):
    by = wire().model_copy(update={"order": wire().order.model_copy(update={"sequence": ""})})
    city(by=by, updateTime="2026-03-02 10:05:00")
    assert city(by=by, updateTime="2026-03-02 10:02:00", content="早先的内容在后面到。")[0] == Heard.LATE
    assert city(by=by, updateTime="2026-03-02 10:09:00", content="补充：一号梯也坏了。")[0] == Heard.UPDATED


def test_urging_puts_it_under_supervision(city):
    _, matter = city()
    city(seq=2, status="20")
    assert Matter.objects.get(pk=matter.pk).facts["supervised"] is True


def test_the_city_taking_it_back_ends_its_clocks_and_not_the_request(city):
    _, matter = city()
    city(seq=2, status="30")
    matter.refresh_from_db()
    assert matter.state == "received"
    assert set(clocks(matter)) == {"first_contact"}


@pytest.mark.parametrize("status", ["20", "30", "40", "50", "90"])
@pytest.mark.parametrize("end", ["closed", "withdrawn", "not_accepted"])
def test_nothing_the_city_says_undoes_what_was_decided(city, neighbourhood, status, end):
    _, matter = city()
    walk = lived(neighbourhood, matter)
    resident = neighbourhood.resident
    neighbourhood.resident = type(resident)(person=matter.opener_id)
    getattr(walk, end)()
    heard, _ = city(seq=9, status=status, content="来电人又来电。", at=walk.at + timedelta(hours=1))
    matter.refresh_from_db()
    assert (heard, matter.state) == (Heard.UPDATED, end)
    assert clocks(matter) == {}


def test_an_order_that_names_no_place_of_ours_belongs_to_the_subdistrict(city, neighbourhood):
    _, matter = city(area="别处", orderNo="X-1")
    assert matter.place_id == neighbourhood.places["subdistrict"].pk


def test_what_is_longer_than_one_message_goes_on_in_the_next(city):
    _, matter = city(content="电梯坏了。" * 1200)
    pieces = Text.objects.filter(matter=matter, field="text").values_list("body", flat=True)
    assert (len(pieces), "".join(pieces).count("电梯坏了")) == (2, 1200)


def test_the_time_of_the_call_is_never_in_the_future(city):
    _, matter = city(receiveTime="2026-03-02 10:25:00")
    assert matter.opened_at == NOW
    assert isinstance(matter.opened_at, datetime)
