"""Visits, accounts and what was announced, for the tests of sign-in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from linli.domains.people.models import Account
from linli.domains.people.signin import passwords
from linli.domains.people.signin.secrets import mark
from linli.domains.people.signin.visits import Visit
from linli.domains.people.signin.vocabulary import Device
from linli.domains.people.vocabulary import AccountKind

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)
PHONE = "13800000001"
PASSWORD = "plum-blossom-7-gate"
HERE = Visit(mark=mark("network", "192.0.2.1"), network="192.0.2.0/24", device=Device.PHONE)


def later(**how: float) -> datetime:
    return NOON + timedelta(**how)


def elsewhere(n: int) -> Visit:
    """A visit from another network."""
    return replace(HERE, mark=mark("network", f"198.51.100.{n}"))


@pytest.fixture(autouse=True)
def own_vault(tmp_path, settings):
    settings.KEYS = tmp_path / "keys"
    settings.HOME = tmp_path


@pytest.fixture
def staff(db) -> Account:
    account = Account.objects.create(kind=AccountKind.STAFF, username="lin.desk", display_name="林", opened_at=NOON)
    passwords.set_password(account, PASSWORD, at=NOON)
    return account
