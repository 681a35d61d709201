"""An official account that is connected, and its stand-in behind a true HTTP server."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

import pytest
from tests.serving import Reply, serving

from linli.demo.wechat_server import WechatServer

AES_KEY = base64.b64encode(bytes(range(32))).decode().rstrip("=")
NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)


@pytest.fixture
def official(settings, tmp_path):
    """WeChat's side of one account; `.clock` is its time."""
    settings.HOME, settings.KEYS = tmp_path, tmp_path / "keys"
    settings.WECHAT_APP, settings.WECHAT_SECRET = "wx0123456789abcdef", "a secret of the tests"
    settings.WECHAT_TOKEN, settings.WECHAT_AES_KEY, settings.WECHAT_TEMPLATE = "token of the tests", AES_KEY, "news"
    there = WechatServer(settings.WECHAT_APP, settings.WECHAT_SECRET, settings.WECHAT_TOKEN, AES_KEY)
    there.clock, there.mute = NOON, False

    def answer(asked):
        kind, reply = there.answer(asked.path, asked.body, there.clock)
        return None if there.mute else Reply(reply, kind=kind)

    with serving(answer) as settings.WECHAT_URL:
        yield there
