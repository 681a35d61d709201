"""Reported before: by the same person, or from the same number; unless the reader may not know who it was."""

import pytest
from tests.domains.requests.likeness.conftest import SMOKE, SMOKE_AGAIN
from tests.neighbourhood import MONDAY

from linli.domains.people.actions import register_person
from linli.domains.people.actor import SYSTEM, Actor
from linli.domains.requests.likeness import alike_for_staff, reported_again

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_vault(tmp_path, settings):
    settings.KEYS = tmp_path / "keys"


def caller(phone: str) -> Actor:
    return Actor(person=register_person(name="", phone=phone, by=SYSTEM, at=MONDAY))


def again(here, matter, by=None):
    by = by or here.desk
    return reported_again(matter, alike_for_staff(matter, by=by), by=by)


def test_the_same_person_and_the_same_number_have_reported_it_before(neighbourhood, said, say_it):
    first = say_it(SMOKE, by=caller("13800000002"))
    say_it(SMOKE, by=caller("13800000003"))
    say_it(SMOKE, by=neighbourhood.neighbour)
    second = say_it(SMOKE_AGAIN, by=caller("13800000002"), days=5)
    assert again(neighbourhood, second) == {first.pk}


def test_who_may_not_know_the_reporter_is_not_told(neighbourhood, said, say_it):
    say_it(SMOKE)
    second = say_it(SMOKE_AGAIN, days=5)
    assert again(neighbourhood, second)
    assert again(neighbourhood, second, by=neighbourhood.supervisor) == set()
