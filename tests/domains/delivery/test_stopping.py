"""A mailing's e-mail says how to stop it in one click; what somebody is owed, and an emergency, do not."""

from __future__ import annotations

import pytest
from django.core import mail

from linli.domains.delivery import actions, claims
from linli.domains.delivery.channels import Channel
from linli.domains.delivery.models import Sending
from linli.domains.delivery.post import post
from linli.domains.delivery.stopping import stop_link, stopped_by
from linli.kernel.ids import new_id

from .conftest import later

pytestmark = pytest.mark.django_db


@pytest.fixture
def sending(letter, agreed) -> Sending:
    agreed(Channel.EMAIL, "lin@linli.example")
    actions.send_many([letter()])
    return Sending.objects.get()


def sent_as(sending, *, quiet: bool):
    Sending.objects.filter(pk=sending.pk).update(quiet=quiet)
    for claimed, maybe_left in claims.due(at=later(seconds=1)):
        post(claimed, maybe_left=maybe_left, at=later(seconds=1))
    (message,) = mail.outbox
    return message


def token_of(link: str) -> str:
    return link.rstrip("/").rpartition("/")[2]


def test_a_mailing_carries_the_link_of_one_click_and_says_it_in_words(sending, person):
    message = sent_as(sending, quiet=True)
    link = message.extra_headers["List-Unsubscribe"].strip("<>")
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert f"不想再收到这类公告推送：{link}" in message.body
    assert stopped_by(token_of(link)) == person


def test_what_is_owed_carries_none(sending):
    message = sent_as(sending, quiet=False)
    assert [name for name in message.extra_headers if name.startswith("List-")] == []
    assert "/mine/stop/" not in message.body


def test_the_link_reveals_nobody(sending, person):
    sending.quiet = True
    link = stop_link(sending)
    for told in (person.hex, str(person), "lin@linli.example", sending.message.template):
        assert told not in link


@pytest.mark.parametrize("broken", ["", "x", "é", "A" * 43, "A" * 4000, "../../etc"], ids=str)
def test_a_token_nobody_was_sent_is_nobodys(sending, broken):
    assert stopped_by(broken) is None


def test_another_letters_sign_is_no_key_to_this_one(sending):
    Sending.objects.update(quiet=True)
    sending.quiet = True
    link, other = stop_link(sending), Sending(id=new_id(), message=sending.message, quiet=True)
    assert stopped_by(token_of(link)) is not None
    assert stopped_by(token_of(stop_link(other))) is None
