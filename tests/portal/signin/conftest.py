"""A browser at the residents' door, and what was announced instead of sent."""

from __future__ import annotations

import pytest
from django.test import Client

from linli.domains.people.signin.codes import code_of
from linli.domains.people.signin.models import Challenge, Limit

PHONE = "13800000001"


@pytest.fixture(autouse=True)
def own_vault(tmp_path, settings):
    settings.KEYS = tmp_path / "keys"
    settings.HOME = tmp_path


@pytest.fixture
def browser(db) -> Client:
    return Client(headers={"user-agent": "Mozilla/5.0 (Linux; Android 12) Mobile", "accept-language": "zh-CN"})


def come_in(visitor: Client, phone: str) -> None:
    """Signs another browser in, whatever was asked before."""
    Limit.objects.all().delete()
    visitor.post("/sign-in/", {"phone": phone})
    visitor.post("/sign-in/code/", {"code": newest_code()})


def newest_code() -> str:
    return code_of(Challenge.objects.latest("asked_at").id)


@pytest.fixture
def ask(browser):
    """Asks for a code and answers it."""

    def asked(phone=PHONE, **more) -> str:
        answer = browser.post("/sign-in/", {"phone": phone, **more})
        assert answer.status_code == 302, answer.content.decode()
        return newest_code()

    return asked


@pytest.fixture
def sign_in(browser, ask):
    """Signs the browser in and answers where it is sent."""

    def signed(phone=PHONE, **more) -> str:
        return browser.post("/sign-in/code/", {"code": ask(phone, **more)})["location"]

    return signed
