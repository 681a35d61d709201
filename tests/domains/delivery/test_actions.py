"""Letters reach inboxes in one statement, once each, and leave the house only where someone agreed to it."""

import pytest
from django.db import transaction

from linli.domains.delivery import actions, queries
from linli.domains.delivery.channels import Channel, Progress
from linli.domains.delivery.events import person_erased
from linli.domains.delivery.letters import Letter
from linli.domains.delivery.models import Message, Sending
from linli.kernel.events import Event
from linli.kernel.ids import new_id

from .conftest import NOON, later

pytestmark = pytest.mark.django_db


def test_a_letter_lies_in_the_inbox_in_the_readers_words(person, letter):
    actions.send_many([letter()])
    (item,) = queries.inbox([person])
    assert item.words.in_language("zh-hans") == "你的诉求 2026-1 已答复。"
    assert item.words.in_language("en") == "Your request 2026-1 was answered."
    assert item.unread


def test_fifty_letters_cost_one_statement(letter, django_assert_num_queries):
    letters = [letter() for _ in range(50)]
    with django_assert_num_queries(1):
        assert actions.send_many(letters).letters == 50


def test_no_letter_costs_no_statement(django_assert_num_queries):
    with django_assert_num_queries(0):
        actions.send_many([])


def test_the_same_key_is_delivered_once(person, letter):
    actions.send_many([letter(key="same")])
    assert actions.send_many([letter(key="same"), letter(key="other")]).letters == 1
    assert queries.unread([person]) == 2


def test_the_same_key_twice_in_one_batch_is_delivered_once(person, letter):
    assert actions.send_many([letter(key="same"), letter(key="same")]).letters == 1


def test_what_is_rolled_back_was_never_sent(person, letter):
    with transaction.atomic():
        actions.send_many([letter()])
        transaction.set_rollback(True)
    assert queries.unread([person]) == 0


def test_nothing_leaves_for_someone_who_agreed_to_nothing(letter):
    assert actions.send_many([letter()]).sendings == 0


def test_a_letter_leaves_by_every_channel_agreed_to(letter, agreed):
    agreed(Channel.SMS, "13800000001")
    agreed(Channel.EMAIL, "lin@linli.example")
    assert actions.send_many([letter()]).sendings == 2


def test_a_template_without_a_text_message_never_leaves_by_one(letter, agreed):
    agreed(Channel.SMS, "13800000001")
    assert actions.send_many([letter(template="test.quiet", params={})]).sendings == 0


def test_consent_taken_back_stops_what_still_waits(person, letter, agreed):
    agreed(Channel.SMS, "13800000001")
    actions.send_many([letter()])
    assert actions.end_contact(Channel.SMS, recipient=person, at=later(minutes=1))
    assert Sending.objects.get().progress == Progress.LAPSED
    assert queries.channels_of(person) == []
    assert actions.send_many([letter()]).sendings == 0


def test_an_erased_person_is_written_to_no_more(person, letter, agreed):
    agreed(Channel.SMS, "13800000001")
    person_erased(Event(id=person, name="people.person_erased", payload={"person": str(person)}))
    assert actions.send_many([letter()]).sendings == 0


def test_a_new_address_takes_the_place_of_the_old(person, letter, agreed):
    agreed(Channel.SMS, "13800000001")
    new = agreed(Channel.SMS, "13800000002")
    actions.send_many([letter()])
    assert Sending.objects.get().address == new


def test_a_letter_needs_exactly_one_recipient():
    with pytest.raises(ValueError, match="exactly one"):
        Letter(template="test.quiet", key="k", at=NOON)
    with pytest.raises(ValueError, match="exactly one"):
        Letter(template="test.quiet", key="k", at=NOON, to_person=new_id(), to_unit=new_id())


def test_an_undeclared_template_is_a_mistake_of_ours(letter):
    with pytest.raises(LookupError, match="No domain declared"):
        actions.send_many([letter(template="test.unknown")])
    assert not Message.objects.exists()


def test_reading_empties_the_count(person, letter):
    matter = new_id()
    actions.send_many([letter(), letter(), letter(matter=matter)])
    first = queries.inbox([person])[0]
    assert actions.mark_read([person], messages=[first.id], at=later(minutes=1)) == 1
    assert actions.mark_read([person], matter=matter, at=later(minutes=1)) in (0, 1)
    actions.mark_all_read([person], at=later(minutes=2))
    assert queries.unread([person]) == 0


def test_nobody_reads_a_message_for_someone_else(person, letter):
    actions.send_many([letter()])
    (item,) = queries.inbox([person])
    assert actions.mark_read([new_id()], messages=[item.id], at=NOON) == 0
    assert queries.inbox([new_id()]) == []


def test_a_units_message_is_in_the_inbox_of_its_people(letter):
    unit, account = new_id(), new_id()
    actions.send_many([letter(to_person=None, to_unit=unit), letter(to_person=None, to_account=account)])
    assert queries.unread([account, unit]) == 2


def test_the_inbox_turns_its_pages_without_gap_or_repeat(person, letter):
    actions.send_many([letter(at=later(minutes=n // 3)) for n in range(120)])
    seen, before = [], None
    while page := queries.inbox([person], before=before):
        seen += [item.id for item in page]
        before = (page[-1].at, page[-1].id)
    assert len(seen) == len(set(seen)) == 120
    times = dict(Message.objects.values_list("id", "at"))
    assert [times[one] for one in seen] == sorted(times.values(), reverse=True)


def test_a_page_of_the_inbox_is_one_statement(person, letter, django_assert_num_queries):
    actions.send_many([letter() for _ in range(60)])
    with django_assert_num_queries(1):
        assert len(queries.inbox([person])) == queries.PAGE
