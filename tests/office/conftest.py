"""The neighbourhood with its posts held for good, and a browser for each of its staff."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY, Neighbourhood

from linli.domains.people.actions import register_person
from linli.domains.people.actor import SYSTEM, Actor
from linli.domains.people.models import Account, Post, Role
from linli.domains.places.models import Place

STAFF = ("desk", "handler", "other_handler", "verifier", "caller", "supervisor", "stranger")
NAME, PHONE = "李示例", "13800001234"


def appoint(actor: Actor) -> None:
    """Writes the posts an actor was given in memory."""
    for post in actor.posts:
        code = f"r-{post.id.hex[-10:]}"
        role = Role.objects.create(code=code, name="岗位", name_en="Post", rights=sorted(post.rights))
        Post.objects.create(
            id=post.id,
            account_id=actor.account,
            organisation_id=post.organisation,
            role=role,
            place=Place.objects.get(path=post.area),
            since=MONDAY,
        )


@pytest.fixture
def here(neighbourhood) -> Neighbourhood:
    """The neighbourhood; its resident gave a name and a number."""
    for name in STAFF:
        appoint(getattr(neighbourhood, name))
    person = register_person(name=NAME, phone=PHONE, by=SYSTEM, at=MONDAY)
    neighbourhood.resident = Actor(person=person)
    return neighbourhood


@pytest.fixture
def life(here):
    """A request of the resident, moved to a state: `life("filed")`, `life("replied", text=…)`."""

    def lived(state: str = "received", **details: object) -> Life:
        return getattr(Life(here, **details), state)()

    return lived


@pytest.fixture
def sign_in(here):
    """A browser with somebody signed in: `sign_in("desk")`."""

    def signed(name: str, **more) -> Client:
        client = Client(headers={"accept-language": "zh-CN", **more})
        client.force_login(Account.objects.get(pk=getattr(here, name).account))
        return client

    return signed


@pytest.fixture
def queries():
    """How many statements a page asks."""

    def counted(client: Client, address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    return counted
