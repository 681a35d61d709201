"""What one may read without a post: one's own contact and log, and the names of those one acts for."""

import pytest
from tests.neighbourhood import MONDAY

from linli.domains.people.actions import authorise, change_contact, erase_person, open_own_contact, open_principals
from linli.domains.people.actor import SYSTEM
from linli.domains.people.queries import who_saw
from linli.domains.people.vocabulary import ActingBasis
from linli.kernel.refusal import NotFound
from linli.kernel.vault import Basis, Purpose

pytestmark = pytest.mark.django_db


@pytest.fixture
def known(neighbourhood):
    """The resident gave a name and a number."""
    resident = neighbourhood.resident
    change_contact(person=resident.person, name="王示例", phone="13800000002", by=SYSTEM, at=MONDAY)
    return neighbourhood


def grant(here):
    return authorise(
        principal=here.resident.person,
        basis=ActingBasis.PROXY,
        scope=["request"],
        agent_person=here.neighbour.person,
        by=here.resident,
        at=MONDAY,
    )


def test_reading_ones_own_contact_is_logged_too(known):
    seen = open_own_contact(by=known.resident, at=MONDAY)
    assert (seen.name, seen.phone, seen.email) == ("王示例", "13800000002", "")
    assert "王示例" not in repr(seen)
    (line,) = who_saw(known.resident.person, by=known.resident)
    assert (line.fields, line.purpose, line.by.label) == (("name", "phone"), Purpose.OWN_COPY, "本人")


def test_someone_who_gave_nothing_reads_nothing(known):
    assert open_own_contact(by=known.neighbour, at=MONDAY).name == ""
    assert who_saw(known.neighbour.person, by=known.neighbour) == []


def test_nobody_reads_the_log_of_another(known):
    for other in (known.neighbour, known.desk, known.supervisor):
        with pytest.raises(NotFound):
            who_saw(known.resident.person, by=other)


def test_an_account_without_a_person_has_no_contact_here(known):
    with pytest.raises(NotFound):
        open_own_contact(by=known.desk, at=MONDAY)


def test_an_agent_reads_the_names_of_those_who_trust_them_and_they_can_see_it(known):
    granted = grant(known)
    (one,) = open_principals(("request",), by=known.neighbour, at=MONDAY)
    assert (one.name, one.authorisation.id) == ("王示例", granted)
    (line,) = who_saw(known.resident.person, by=known.resident)
    assert (line.purpose, line.basis) == (Purpose.RESOLVE, Basis.CONSENT)
    assert "代办" in line.by.label


def test_for_anything_else_there_is_nobody(known):
    grant(known)
    assert open_principals(("vote",), by=known.neighbour, at=MONDAY) == []
    assert open_principals(("request",), by=known.resident, at=MONDAY) == []


def test_whoever_was_forgotten_is_no_longer_named(known):
    grant(known)
    erase_person(person=known.resident.person, reason="asked", by=known.resident, at=MONDAY)
    assert open_principals(("request",), by=known.neighbour, at=MONDAY) == []
