"""A browser for each of the neighbourhood's staff, and how many statements a page costs."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.neighbourhood import MONDAY

from linli.domains.people.actions import install_standard_roles
from linli.domains.people.actor import SYSTEM, Actor, HeldPost
from linli.domains.people.models import Account, Post
from linli.domains.places.models import Place


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


@pytest.fixture
def administration(here):
    """Administrators of the whole: `system`, `security`, `audit`; of the other community alone: `far_system`, …."""
    install_standard_roles(by=SYSTEM, at=MONDAY)
    for prefix, place in (("", here.places["subdistrict"]), ("far_", here.places["poplar"])):
        for kind in ("system", "security", "audit"):
            setattr(
                here, f"{prefix}{kind}", administrator(f"{prefix}{kind}", f"{kind}_admin", place, here.units["office"])
            )
    return here


def administrator(username: str, role: str, place: Place, unit: UUID) -> Actor:
    account = Account.objects.create(kind="staff", username=username, display_name=f"员{username}", opened_at=MONDAY)
    post = Post.objects.create(account=account, organisation_id=unit, role_id=role, place=place, since=MONDAY)
    rights = frozenset(post.role.rights)
    return Actor(account=account.pk, posts=(HeldPost(post.pk, unit, role, place.path, rights),))


@pytest.fixture
def refused():
    """Asserts that an answer refuses with a status and says so; answers the page."""

    def told(answer, status: int, sentence: str = "") -> str:
        page = answer.content.decode()
        assert answer.status_code == status, page
        assert sentence in page
        return page

    return told
