"""The client keeps one token for all, renews it when it ends or is refused, and reads every error for what it means."""

from __future__ import annotations

from datetime import timedelta

import pytest

from linli.domains.delivery.sms.answers import NotSent, Unsure
from linli.domains.delivery.wechat.client import account
from linli.domains.delivery.wechat.models import AccessToken

from .conftest import NOON

pytestmark = pytest.mark.django_db
NEWS = {"to": "o-1", "number": "SQ26-000001", "news": "SQ26-000001 有答复了。"}


@pytest.fixture(autouse=True)
def followed(official):
    official.followers.add("o-1")


def send(context="c1", at=NOON, **changed):
    return account().send_news(**NEWS | changed, context=context, at=at)


def test_news_arrives_once_for_each_context(official):
    send()
    send()
    (sent,) = official.sent
    assert sent["data"]["character_string1"]["value"] == "SQ26-000001"


def test_one_token_serves_until_it_ends(official):
    send("a")
    send("b", at=NOON + timedelta(minutes=100))
    assert official.renewed == 1
    official.clock = NOON + timedelta(minutes=130)
    send("c", at=official.clock)
    assert official.renewed == 2


def test_the_token_lies_sealed(official):
    send()
    (token,) = official.good
    assert token.encode() not in bytes(AccessToken.objects.get().sealed)


@pytest.mark.parametrize("code", [40001, 40014, 42001])
def test_a_token_refused_early_is_renewed_and_the_call_made_again(official, code):
    send("a")
    official.faults = [code]
    send("b")
    assert (official.renewed, len(official.sent)) == (2, 2)


def test_a_token_refused_again_and_again_is_not_asked_for_forever(official):
    official.faults = [40001] * 9
    with pytest.raises(NotSent, match="token_refused"):
        send()
    assert official.renewed == 2


@pytest.mark.parametrize(("code", "wait"), [(45009, timedelta(hours=1)), (-1, timedelta(seconds=30)), (43004, None)])
def test_what_passes_is_tried_again_later_and_what_does_not_never(official, code, wait):
    official.faults = [code]
    with pytest.raises(NotSent) as refused:
        send()
    assert refused.value.again_in == wait


def test_a_lost_answer_leaves_it_unsure_and_the_second_try_sends_no_second_message(official):
    send("warm")
    official.mute = True
    with pytest.raises(Unsure):
        send()
    official.mute = False
    send()
    assert len(official.sent) == 2


def test_a_wrong_secret_is_refused_for_good(official):
    official.secret = "another"
    with pytest.raises(NotSent) as refused:
        send()
    assert (refused.value.code, refused.value.again_in) == ("errcode_40125", None)


def test_a_picture_is_fetched(official):
    official.pictures["m1"] = b"\xff\xd8 picture"
    assert account().picture("m1", at=NOON) == b"\xff\xd8 picture"
    with pytest.raises(NotSent, match="errcode_40007"):
        account().picture("gone", at=NOON)


def test_nothing_is_sent_where_no_account_is_set(settings):
    settings.WECHAT_SECRET = ""
    assert account() is None
