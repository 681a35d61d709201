"""Persons: sealed, found by phone only by those who may, forgotten for good."""

import json
from datetime import date

import pytest
from django.core.serializers import serialize

from linli.domains.people import actions, queries
from linli.domains.people.actions import NewPerson
from linli.domains.people.actor import ANYONE, SYSTEM, Actor
from linli.domains.people.models import Account, Person
from linli.domains.people.vocabulary import AccountKind, ActingBasis, Sex
from linli.kernel import vault
from linli.kernel.refusal import Invalid, NotAllowed, NotFound
from linli.kernel.vault import Basis, Opener, Purpose

NAME, PHONE = "测试甲", "13800000001"


@pytest.fixture
def person(town, at):
    return actions.register_person(
        name=NAME, phone="138 0000-0001", birth=date(1957, 3, 21), sex=Sex.FEMALE, by=SYSTEM, at=at
    )


def test_a_person_is_kept_without_name_number_or_day_of_birth(person):
    row = Person.objects.get(pk=person)
    kept = serialize("json", [row])
    assert NAME not in kept
    assert PHONE not in kept
    assert json.loads(kept)[0]["fields"]["birth_month"] == "1957-03-01"


def test_what_was_sealed_can_be_opened_for_a_purpose(person, at):
    reach = queries.reach([person])[person]
    opened = vault.open_values(
        [reach.name, reach.phone],
        by=Opener(account=None, person=None, label="测试"),
        purpose=Purpose.CONTACT,
        basis=Basis.DUTY,
        matter=None,
        at=at,
    )
    assert opened == {reach.name: NAME, reach.phone: PHONE}
    assert reach.email is None


@pytest.mark.parametrize("typed", ["13800000001", "+86 138-0000-0001", "１３８００００ ０００１", "008613800000001"])
def test_a_phone_is_found_however_it_is_typed(person, staff, typed):
    assert queries.find_person_by_phone(typed, by=staff("community_worker")) == person


def test_only_those_who_may_look_people_up_do(person, staff, at):
    for stranger in (ANYONE, staff("volunteer"), Actor(person=person)):
        with pytest.raises(NotAllowed):
            queries.find_person_by_phone(PHONE, by=stranger)
        assert actions.find_or_register(name="", phone=PHONE, by=stranger, at=at) != person
    assert actions.find_or_register(name="", phone=PHONE, by=staff("community_worker"), at=at) == person


@pytest.mark.parametrize("typed", ["110", "1380000000", "138000000011", "call me", "１２"])
def test_what_is_no_phone_is_refused(db, at, typed):
    with pytest.raises(Invalid):
        actions.register_person(phone=typed, by=ANYONE, at=at)


def test_nobody_must_say_who_they_are(db, at):
    person = actions.register_person(by=ANYONE, at=at)
    assert queries.reach([person])[person].name is None


def test_a_thousand_are_registered_in_a_few_statements(db, at, django_assert_max_num_queries):
    people = [NewPerson(name="测试", phone=f"138000{number:05}") for number in range(1000)]
    with django_assert_max_num_queries(8):
        persons = actions.register_many(people=people, by=SYSTEM, at=at)
    assert queries.person_with_phone("13800000999") == persons[999]


def test_only_the_desk_registers_many(db, at):
    with pytest.raises(NotAllowed):
        actions.register_many(people=[NewPerson(), NewPerson()], by=ANYONE, at=at)


def test_a_given_up_number_finds_nobody(person, staff, at):
    actions.change_contact(person=person, phone="13800000002", by=SYSTEM, at=at)
    assert queries.person_with_phone(PHONE) is None
    assert queries.person_with_phone("13800000002") == person
    with pytest.raises(NotAllowed):
        actions.change_contact(person=person, phone=PHONE, by=staff("volunteer"), at=at)


def test_nobody_gives_themselves_a_phone_they_have_not_proved(person, at):
    with pytest.raises(NotAllowed):
        actions.change_contact(person=person, phone="13800000002", by=Actor(person=person), at=at)
    assert queries.person_with_phone(PHONE) == person


def test_no_personal_value_shows_in_a_repr():
    new = NewPerson(name=NAME, phone=PHONE, birth=date(1957, 3, 21))
    assert NAME not in repr(new)
    assert PHONE not in repr(new)
    assert "1957" not in repr(new)


def test_an_erased_person_is_forgotten_everywhere_in_this_room(person, staff, at):
    worker = staff("community_worker")
    account = Account.objects.create(kind=AccountKind.RESIDENT.value, person_id=person, opened_at=at)
    granted = actions.authorise(
        principal=person, basis=ActingBasis.PHONE, scope=["request"], agent_account=worker.account, by=worker, at=at
    )
    reach = queries.reach([person])[person]
    actions.erase_person(person=person, reason="asked", by=Actor(person=person), at=at)
    assert queries.person_with_phone(PHONE) is None
    assert queries.reach([person]) == {}
    assert queries.actor_for(account.pk, at=at).person is None
    with pytest.raises(NotAllowed):
        queries.acting_for(worker, authorisation=granted, scope="request", at=at)
    with pytest.raises(vault_erased()):
        vault.open_values(
            [reach.name],
            by=Opener(account=None, person=None, label="测试"),
            purpose=Purpose.CONTACT,
            basis=Basis.DUTY,
            matter=None,
            at=at,
        )
    with pytest.raises(NotFound):
        actions.erase_person(person=person, reason="asked", by=SYSTEM, at=at)


def vault_erased():
    from linli.kernel.vault.refusals import Erased

    return Erased


def test_nobody_erases_a_stranger(person, staff, at):
    for stranger in (ANYONE, Actor(person=Person.objects.create(registered_at=at).pk), staff("grid_worker")):
        with pytest.raises(NotAllowed):
            actions.erase_person(person=person, reason="asked", by=stranger, at=at)
