"""A member of staff with a post, and a browser at the staff's door."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from linli.domains.people import actions as people
from linli.domains.people.actor import SYSTEM
from linli.domains.people.models import Account
from linli.domains.people.signin import actions, totp
from linli.domains.people.vocabulary import OrganisationKind
from linli.domains.places import actions as places
from linli.domains.places.actions import NewPlace
from linli.domains.places.kinds import PlaceKind

PASSWORD = "plum-blossom-7-gate"
SECRET = totp.new_secret()
HIRED = timezone.now() - timedelta(days=30)


@pytest.fixture(autouse=True)
def own_vault(tmp_path, settings):
    settings.KEYS = tmp_path / "keys"
    settings.HOME = tmp_path


@pytest.fixture
def office(db) -> tuple[UUID, UUID]:
    """A subdistrict and its office."""
    place = places.add(new=NewPlace(PlaceKind.SUBDISTRICT, "柳荫街道"), by=SYSTEM, at=HIRED).id
    people.install_standard_roles(by=SYSTEM, at=HIRED)
    kind = OrganisationKind.SUBDISTRICT_OFFICE
    return place, people.create_organisation(kind=kind, name="柳荫街道办事处", place=place, by=SYSTEM, at=HIRED)


@pytest.fixture
def hire(office):
    """Opens a staff account with a post, a password and, unless told not to, an authenticator app."""

    def hired(username: str, role: str, *, app: bool = True, temporary: bool = False) -> Account:
        place, unit = office
        identifier = people.open_staff_account(username=username, display_name="林小满", by=SYSTEM, at=HIRED)
        people.appoint(account=identifier, organisation=unit, role=role, place=place, by=SYSTEM, at=HIRED)
        account = Account.objects.get(id=identifier)
        actions.set_password(account, PASSWORD, temporary=temporary, at=HIRED)
        if app:
            actions.bind_app(account.id, SECRET, at=HIRED)
        return account

    return hired


@pytest.fixture
def staff(hire) -> Account:
    return hire("lin.desk", "community_worker")


@pytest.fixture
def browser(db) -> Client:
    return Client(headers={"user-agent": "Mozilla/5.0 (Windows NT 10.0)", "accept-language": "zh-CN"})


def code(*, at: datetime | None = None) -> str:
    return totp.current_code(SECRET, at=at or timezone.now())


def come_in(browser: Client, username: str = "lin.desk", onward: str = "/office/sign-in/mine/") -> str:
    """Shows both factors; answers where the browser is sent."""
    browser.post("/office/sign-in/", {"username": username, "password": PASSWORD, "next": onward})
    return browser.post("/office/sign-in/second/", {"code": code()})["location"]
