"""A first sign-in makes person and account, once, whoever races; a known phone finds its own."""

import threading

import pytest
from django.db import connection, connections

from linli.domains.people.models import Account, Person
from linli.domains.people.signin.residents import account_of
from linli.kernel.ids import new_id
from linli.kernel.refusal import NotAllowed
from linli.kernel.vault import Plain, erase, seal

from .conftest import HERE, NOON, PHONE, later


def register(phone=PHONE) -> Person:
    person = new_id()
    (reference,) = seal(owner=person, values=[Plain("phone", phone, find=True)], at=NOON)
    return Person.objects.create(id=person, phone_ref=reference, registered_at=NOON)


@pytest.mark.django_db
def test_the_first_sign_in_opens_an_account_and_the_next_finds_it():
    first = account_of(PHONE, visit=HERE, at=NOON)
    assert account_of(PHONE, visit=HERE, at=later(days=1)) == first
    assert account_of("13800000002", visit=HERE, at=NOON) != first
    assert not first.has_usable_password()


@pytest.mark.django_db
def test_someone_registered_at_the_desk_comes_in_as_themselves():
    person = register()
    assert account_of(PHONE, visit=HERE, at=NOON).person_id == person.id


@pytest.mark.django_db
def test_a_phone_two_people_gave_opens_neither_of_them():
    known = {register().id, register().id}
    assert account_of(PHONE, visit=HERE, at=NOON).person_id not in known


@pytest.mark.django_db
def test_a_number_given_up_no_longer_leads_to_its_former_holder():
    former = account_of(PHONE, visit=HERE, at=NOON)
    (new,) = seal(owner=former.person_id, values=[Plain("phone", "13800000009", find=True)], at=NOON)
    Person.objects.filter(id=former.person_id).update(phone_ref=new)
    assert account_of(PHONE, visit=HERE, at=later(days=1)) != former


@pytest.mark.django_db
def test_a_number_that_passed_to_another_leads_to_who_gave_it_last():
    former = account_of(PHONE, visit=HERE, at=NOON)
    latter = account_of("13800000002", visit=HERE, at=NOON)
    (new,) = seal(owner=latter.person_id, values=[Plain("phone", PHONE, find=True)], at=later(days=1))
    Person.objects.filter(id=latter.person_id).update(phone_ref=new)
    assert account_of(PHONE, visit=HERE, at=later(days=2)) == latter != former


@pytest.mark.django_db
def test_after_erasure_a_phone_starts_afresh():
    former = account_of(PHONE, visit=HERE, at=NOON)
    erase(former.person_id, at=later(days=1), reason="asked for")
    assert account_of(PHONE, visit=HERE, at=later(days=2)) != former


@pytest.mark.django_db
def test_a_closed_account_is_told_where_to_ask():
    account = account_of(PHONE, visit=HERE, at=NOON)
    Account.objects.filter(id=account.id).update(is_active=False)
    with pytest.raises(NotAllowed, match="call your community"):
        account_of(PHONE, visit=HERE, at=NOON)


@pytest.mark.django_db
def test_the_phone_is_nowhere_in_clear():
    account_of(PHONE, visit=HERE, at=NOON)
    with connection.cursor() as cursor:
        for table in ("people_person", "people_account", "vault_value", "signin_logline"):
            cursor.execute(f"SELECT string_agg(row_to_json(t)::text, '') FROM {table} t")  # noqa: S608 - fixed names
            assert PHONE not in cursor.fetchone()[0]


@pytest.mark.fault
@pytest.mark.django_db(transaction=True)
def test_ten_first_sign_ins_at_once_make_one_person():
    found = []

    def come():
        try:
            found.append(account_of(PHONE, visit=HERE, at=NOON).id)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=come) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 10
    assert len(set(found)) == Person.objects.count() == 1
