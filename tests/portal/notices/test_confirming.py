"""A resident confirms for their home on the notice's page; visitors and other homes are not asked."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.domains.notices.lives import NoticeLife
from tests.neighbourhood import MONDAY, _place

from linli.domains.delivery.reach.models import Receipt
from linli.domains.holdings.models import Home, Household, HouseholdMember
from linli.domains.people.models import Account
from linli.kernel.jobs import run_due

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(here):
    """A notice to the building in which the resident lives."""
    place = _place("101室", "home", here.places["building"], 1)
    household = Household.objects.create(
        home=Home.objects.create(place=place, registered_at=MONDAY), since=MONDAY, confirmed_at=MONDAY
    )
    HouseholdMember.objects.create(household=household, person_id=here.resident.person, relation="head", since=MONDAY)
    life = NoticeLife(here).published()
    run_due()
    return f"/notices/{life.matter.number}/"


def browser(actor) -> Client:
    client = Client(headers={"accept-language": "zh-CN"})
    client.force_login(Account.objects.get(pk=actor.account))
    return client


def test_a_home_confirms_once_however_often_the_button_is_pressed(here, address):
    resident = browser(here.resident)
    assert "我家已知晓" in resident.get(address).content.decode()
    for _ in range(2):
        assert resident.post(f"{address}confirm/").status_code == 302
    assert Receipt.objects.count() == 1
    page = resident.get(address).content.decode()
    assert "我家已知晓" not in page
    assert "已登记你家知晓" in page


def test_a_neighbour_it_was_not_meant_for_is_not_asked_and_refused_in_words(here, address):
    neighbour = browser(here.neighbour)
    assert "我家已知晓" not in neighbour.get(address).content.decode()
    refused = neighbour.post(f"{address}confirm/")
    assert refused.status_code == 403
    assert "没有发给你家" in refused.content.decode()


def test_a_visitor_is_not_asked_and_is_shown_the_way_in(address):
    assert "我家已知晓" not in Client().get(address).content.decode()
    assert Client().post(f"{address}confirm/").status_code in (302, 403)
    assert not Receipt.objects.exists()
