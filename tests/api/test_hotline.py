"""The city's door: what is signed by the city is heard once; all else is refused and changes nothing."""

from __future__ import annotations

import json
from datetime import timedelta
from secrets import token_hex

import pytest
from django.test import Client
from django.utils import timezone
from tests.domains.requests.hotline.conftest import connected, written
from tests.faults.test_another_community import everything

from linli.domains.matters.models import Matter
from linli.domains.requests.hotline.models import HeardCall, Line
from linli.domains.requests.hotline.signing import forget_calls, signature

__all__ = ["connected"]
DOOR = "/api/hotline/orders"


def signed(body: bytes, *, at=None, nonce="", digest="hmac-sha256", **others):
    stamp = str(int((at or timezone.now()).timestamp()))
    given = {"secret": "a secret of the tests", "method": "POST", "path": DOOR, "nonce": nonce or token_hex(8)} | others
    made = signature(digest=digest, stamp=stamp, body=body, **given)
    return {"X-App-Key": "linli-test", "X-Timestamp": stamp, "X-Nonce": given["nonce"], "X-Signature": made}


def order(**changed) -> bytes:
    return json.dumps(written(**changed), ensure_ascii=False).encode()


def send(body: bytes, headers=None, path: str = DOOR):
    client = Client(enforce_csrf_checks=True)
    return client.post(path, body, content_type="application/json", headers=headers or signed(body))


def test_a_signed_order_is_heard_and_answered_as_the_wire_says(neighbourhood):
    answer = send(order())
    matter = Matter.objects.get()
    assert (answer.status_code, answer.json()) == (
        200,
        {"code": 0, "message": "新工单", "data": {"number": matter.number}},
    )
    assert Line.objects.get().heard_at is not None


def test_the_same_order_signed_anew_is_the_same(neighbourhood):
    numbers = {send(order()).json()["data"]["number"] for _ in range(3)}
    assert numbers == {Matter.objects.get().number}


BODY = order()
FORGED = {
    "another secret": lambda: signed(BODY, secret="not ours"),
    "another path": lambda: signed(BODY, path="/api/hotline/other"),
    "another method": lambda: signed(BODY, method="PUT"),
    "another body": lambda: signed(BODY + b" "),
    "another digest": lambda: signed(BODY, digest="hmac-sm3"),
    "another key": lambda: signed(BODY) | {"X-App-Key": "somebody"},
    "a moved time": lambda: signed(BODY) | {"X-Timestamp": str(int(timezone.now().timestamp()) + 1)},
    "too old": lambda: signed(BODY, at=timezone.now() - timedelta(minutes=6)),
    "from the future": lambda: signed(BODY, at=timezone.now() + timedelta(minutes=6)),
    "no nonce": lambda: signed(BODY, nonce="short"),
    "no time": lambda: signed(BODY) | {"X-Timestamp": "now"},
    "digits of another script": lambda: signed(BODY) | {"X-Timestamp": "١٢٣"},
    "nothing": lambda: {"X-Nothing": "1"},
}


@pytest.mark.parametrize("how", FORGED)
def test_a_call_that_is_not_the_citys_changes_nothing(neighbourhood, how):
    before = everything()
    answer = send(BODY, FORGED[how]())
    assert (answer.status_code, answer.json()["code"]) == (403, 400)
    after = everything()
    assert {name for name in before if before[name] != after[name]} == {"hotline_line"}


def test_a_call_sent_again_as_it_was_is_refused(neighbourhood):
    headers = signed(BODY)
    assert send(BODY, headers).status_code == 200
    again = send(BODY, headers)
    assert (again.status_code, again.json()["message"]) == (403, "这次调用已收到过。每次请用新的随机串签名。")
    assert Matter.objects.count() == 1


def test_a_call_whose_order_was_refused_may_come_again_mended(neighbourhood):
    body = order(content="")
    answer = send(body)
    assert (answer.status_code, "content" in answer.json()["message"]) == (422, True)
    assert not HeardCall.objects.exists()
    assert send(order()).status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"x"',
        b"[" * 100_000,
        b"\xff\xfe",
        order(orderNo=""),
        order(orderNo="x" * 65),
        order(orderNo={"a": 1}),
        order(content=None),
        order(content=["a"]),
        order(content="有\x00字"),
        order(content="字" * 32_001),
        order(receiveTime="昨天"),
        order(receiveTime="2999-01-01 00:00:00"),
        order(seq="one"),
        order(seq=-1),
        order(seq=True),
        order(signDeadline="不急"),
        order(finishDeadline="2999-01-01 00:00:00"),
        order(caller={"name": "名" * 65}),
    ],
)
def test_nonsense_is_refused_by_its_field_and_changes_nothing(neighbourhood, body):
    before = everything()
    answer = send(body)
    assert (answer.status_code, answer.json()["code"]) == (422, 400), answer.content
    after = everything()
    assert {name for name in before if before[name] != after[name]} == {"hotline_line"}


def test_what_is_no_text_at_all_beside_the_needed_is_left_out(neighbourhood):
    body = order(caller="secret", area=None, category=None, type=None, level="?", status="77", signDeadline="")
    assert send(body).status_code == 200


def test_sm3_signs_as_well(neighbourhood, settings, tmp_path):
    from linli.domains.requests.hotline.wire import STANDARD

    own = tmp_path / "own.toml"
    own.write_text(STANDARD.read_text(encoding="utf-8").replace('digest = "hmac-sha256"', 'digest = "hmac-sm3"'))
    settings.HOTLINE_WIRE = str(own)
    assert send(BODY, signed(BODY)).status_code == 403
    assert send(BODY, signed(BODY, digest="hmac-sm3")).status_code == 200


def test_without_a_secret_nothing_is_taken_in(neighbourhood, settings):
    settings.HOTLINE_SECRET = ""
    assert send(BODY, signed(BODY, secret="")).status_code == 503


def test_nonces_are_forgotten_once_their_calls_are_too_old(neighbourhood):
    send(BODY)
    assert forget_calls(at=timezone.now() + timedelta(minutes=10)) == 0
    assert forget_calls(at=timezone.now() + timedelta(days=2)) == 1
