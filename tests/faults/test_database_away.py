"""While the database is away, every door says so in a sentence, with when to come back; so it does on a full disk."""

from __future__ import annotations

import pytest
from django.db import InterfaceError, OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg.errors import DiskFull

from linli.kernel.postgres.absence import AWAY, FULL

ADDRESSES = ("/", "/report/where/", "/track/SQ26-000001/", "/office/", "/api/v1/requests")


@pytest.fixture
def fails(client, db, monkeypatch):
    """Lets every statement end in an error, and answers what a door then says."""

    def answer(error, address):
        client.raise_request_exception = False
        client.cookies["sessionid"] = "x" * 32

        def cursor(self):
            raise error

        with monkeypatch.context() as away:
            away.setattr(BaseDatabaseWrapper, "cursor", cursor)
            headers = {"authorization": "Bearer linli_x", "accept-language": "zh-CN"}
            return client.get(address, headers=headers)

    return answer


def said(answer) -> str:
    return (
        answer.json()["sentence"] if answer["Content-Type"].startswith("application/json") else answer.content.decode()
    )


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_it_is_told_with_when_to_come_back(fails, address, error):
    answer = fails(error(), address)
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert AWAY.zh in said(answer)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_full_disk_is_told_apart(fails, address):
    error = OperationalError()
    error.__cause__ = DiskFull()
    answer = fails(error, address)
    assert answer.status_code == 507
    assert FULL.zh in said(answer)


@pytest.mark.parametrize("address", ["/", "/office/"])
def test_any_other_fault_is_ours_and_says_so(fails, address):
    answer = fails(ArithmeticError(), address)
    assert answer.status_code == 500
    assert "系统出了问题" in said(answer)
