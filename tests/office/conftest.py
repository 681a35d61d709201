"""A browser for each of the neighbourhood's staff, and how many statements a page costs."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from linli.domains.people.models import Account


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
def refused():
    """Asserts that an answer refuses with a status and says so; answers the page."""

    def told(answer, status: int, sentence: str = "") -> str:
        page = answer.content.decode()
        assert answer.status_code == status, page
        assert sentence in page
        return page

    return told
