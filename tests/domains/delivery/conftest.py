"""Made-up people, two templates, and a gateway that answers as told."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from uuid import UUID

import pytest
from tests.serving import Reply, serving

from linli.demo.sms_gateway import Account, answer
from linli.domains.delivery import actions
from linli.domains.delivery import templates as declared
from linli.domains.delivery.channels import Channel
from linli.domains.delivery.letters import Letter
from linli.kernel.ids import new_id
from linli.kernel.vault import Plain, seal
from linli.kernel.words import say

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_vault(tmp_path, settings):
    settings.KEYS = tmp_path / "keys"
    settings.HOME = tmp_path


@pytest.fixture(autouse=True)
def own_templates(monkeypatch):
    monkeypatch.setattr(declared, "_templates", dict(declared._templates))
    states = {"replied": say("answered", "已答复")}
    declared.register_template(
        "test.moved",
        say("Your request {number} was {state}.", "你的诉求 {number} {state}。"),
        subject=say("News of {number}", "{number} 有新进展"),
        sms=say("There is news of your request.", "您反映的事项有新进展，请登录查看。"),
        shows={"state": states.__getitem__},
    )
    declared.register_template("test.quiet", say("For the inbox only.", "只在站内。"))


@pytest.fixture
def person() -> UUID:
    return new_id()


@pytest.fixture
def letter(person):
    """A letter to the person, with a key of its own unless one is given."""

    def made(**others) -> Letter:
        given = {"template": "test.moved", "params": {"number": "2026-1", "state": "replied"}, "to_person": person}
        return Letter(**{"key": str(new_id()), "at": NOON, **given, **others})

    return made


@pytest.fixture
def agreed(person):
    """The person agreed to be reached on a channel; answers the reference of the sealed address."""

    def to(channel: Channel, address: str, language: str = "zh-hans") -> UUID:
        field = "phone" if channel == Channel.SMS else "email"
        (reference,) = seal(owner=person, values=[Plain(field, address)], at=NOON)
        actions.agree_to(channel, recipient=person, address=reference, language=language, at=NOON)
        return reference

    return to


def later(**how: float) -> datetime:
    return NOON + timedelta(**how)


@pytest.fixture
def sms_server(settings):
    """The demo's stand-in for the SMS gateway behind a true HTTP server; `.broken` makes it lose its answers."""
    settings.DEMO = True
    settings.SMS_KEY, settings.SMS_SECRET = "AKIDtest", "a secret of the tests"
    settings.SMS_APP, settings.SMS_SIGN = "1400006666", "邻里"
    account = Account(settings.SMS_KEY, settings.SMS_SECRET, settings.SMS_APP, settings.SMS_SIGN)
    gateway = SimpleNamespace(account=account, broken=False, clock=None)

    def answered(asked):
        at = gateway.clock or datetime.fromtimestamp(int(asked.headers["x-tc-timestamp"]), UTC)
        reply = json.dumps(answer(account, headers=asked.headers, body=asked.body, at=at)).encode()
        return None if gateway.broken else Reply(reply)

    with serving(answered) as address:
        settings.SMS_URL = f"{address}/"
        yield gateway
