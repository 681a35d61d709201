"""The client and the stand-in speak the gateway's protocol: signatures, answers and every kind of refusal."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.serving import NOBODY

from linli.demo import outbox
from linli.domains.delivery.sms.answers import NotSent, Unsure
from linli.domains.delivery.sms.gateway import gateway

from .conftest import NOON, later

PHONE = "+8613800000001"
CODE = {"template": "signin.code.zh"}
NEWS = {"template": "test.moved.zh", "params": [], "context": "c1"}


def test_a_message_arrives_with_sign_and_text(sms_server):
    serial = gateway().send(phone=PHONE, **NEWS, at=NOON)
    (sent,) = outbox.sent()
    assert sent.text == "【邻里】您反映的事项有新进展，请登录查看。"
    assert (sent.to, sent.serial, sent.context) == (PHONE, serial, "c1")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"secret": "another"}, "AuthFailure.SignatureFailure"),
        ({"key": "AKIDother"}, "AuthFailure.SecretIdNotFound"),
        ({"app": "1"}, "UnauthorizedOperation.SmsSdkAppIdVerifyFail"),
        ({"sign": "某某"}, "FailedOperation.SignatureIncorrectOrUnapproved"),
        ({"region": ""}, "MissingParameter"),
    ],
)
def test_a_wrong_account_is_refused_for_good(sms_server, change, code):
    with pytest.raises(NotSent) as refused:
        replace(gateway(), **change).send(phone=PHONE, **NEWS, at=NOON)
    assert (refused.value.code, refused.value.again_in) == (code, None)
    assert outbox.sent() == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"phone": "+8612"}, "InvalidParameterValue.IncorrectPhoneNumber"),
        ({"template": "no.such"}, "FailedOperation.TemplateUnapprovedOrNotExist"),
        ({"params": ["one too many"]}, "FailedOperation.TemplateParamSetNotMatchApprovedTemplate"),
        (
            {"template": "signin.code.zh", "params": ["1234567", "5"]},
            "InvalidParameterValue.TemplateParameterLengthLimit",
        ),
        (
            {"template": "signin.code.zh", "params": ["http://x", "5"]},
            "InvalidParameterValue.ProhibitedUseUrlInTemplateParameter",
        ),
    ],
)
def test_a_wrong_message_is_refused_for_good(sms_server, change, code):
    with pytest.raises(NotSent) as refused:
        gateway().send(**{"phone": PHONE, **NEWS, **change}, at=NOON)
    assert (refused.value.code, refused.value.again_in) == (code, None)


def test_an_old_signature_is_refused_until_the_clock_is_right(sms_server):
    sms_server.clock = NOON + timedelta(minutes=6)
    with pytest.raises(NotSent) as refused:
        gateway().send(phone=PHONE, **NEWS, at=NOON)
    assert refused.value.code == "AuthFailure.SignatureExpire"
    assert refused.value.again_in


def test_a_phone_gets_one_message_in_thirty_seconds_and_five_an_hour(sms_server):
    for n in range(5):
        gateway().send(phone=PHONE, **NEWS, at=later(seconds=31 * n))
    with pytest.raises(NotSent, match="ThirtySecond") as soon:
        gateway().send(phone=PHONE, **NEWS, at=later(seconds=31 * 4 + 10))
    with pytest.raises(NotSent, match="OneHour") as hour:
        gateway().send(phone=PHONE, **NEWS, at=later(seconds=31 * 6))
    assert soon.value.again_in == timedelta(seconds=31)
    assert hour.value.again_in == timedelta(hours=1)


def test_no_connection_means_not_sent_and_again_soon(sms_server, settings):
    settings.SMS_URL = NOBODY
    with pytest.raises(NotSent) as refused:
        gateway().send(phone=PHONE, **NEWS, at=NOON)
    assert refused.value.again_in


def test_a_lost_answer_is_unsure_and_can_be_asked_after(sms_server):
    sms_server.broken = True
    with pytest.raises(Unsure):
        gateway().send(phone=PHONE, **NEWS, at=NOON)
    sms_server.broken = False
    assert gateway().sent(phone=PHONE, context="c1", since=NOON, at=later(minutes=2)) == outbox.sent()[0].serial
    assert gateway().sent(phone=PHONE, context="c2", since=NOON, at=later(minutes=2)) is None


def test_no_gateway_in_the_settings_means_none(settings):
    settings.SMS_URL = ""
    assert gateway() is None
