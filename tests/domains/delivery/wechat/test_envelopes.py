"""Envelopes are sealed as WeChat seals them, and opened only when they are whole and for us."""

from __future__ import annotations

import base64

import pytest

from linli.domains.delivery.wechat.envelopes import Sealer, signature_of, signed_right
from linli.kernel.refusal import NotAllowed

from .conftest import AES_KEY

SEALER = Sealer("wx0123456789abcdef", AES_KEY)


def test_what_was_sealed_is_opened():
    for message in ("", "电梯坏了", "x" * 5000):
        assert SEALER.open(SEALER.seal(message)) == message
    assert SEALER.seal("同一句话") != SEALER.seal("同一句话")


def test_a_signature_is_of_all_its_parts_in_any_order():
    assert signature_of("c", "a", "b") == "a9993e364706816aba3e25717850c26c9cd0d89d"
    assert signed_right(signature_of("c", "a", "b"), "b", "c", "a")
    assert not signed_right(signature_of("c", "a"), "c", "a", "b")
    assert not signed_right("", "a")


def changed(sealed: str, place: int) -> str:
    octets = bytearray(base64.b64decode(sealed))
    octets[place] ^= 1
    return base64.b64encode(octets).decode()


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "not base64!",
        base64.b64encode(b"short").decode(),
        base64.b64encode(bytes(32)).decode(),
        changed(SEALER.seal("电梯坏了"), -1),
        Sealer("wx-another", AES_KEY).seal("给别的公众号"),
        Sealer("wx0123456789abcdef", base64.b64encode(bytes(32)).decode().rstrip("=")).seal("别的钥匙"),
        "A" * 300_000,
    ],
    ids=["empty", "no base64", "short", "zeros", "changed", "another account", "another key", "endless"],
)
def test_what_is_broken_or_for_another_is_refused(broken):
    with pytest.raises(NotAllowed):
        SEALER.open(broken)
