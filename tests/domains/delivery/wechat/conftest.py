"""An official account that is connected, and its stand-in behind a true HTTP server."""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

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
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answering)
    server.there, there.clock, there.mute = there, NOON, False
    settings.WECHAT_URL = f"http://127.0.0.1:{server.server_port}"
    serving = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    serving.start()
    yield there
    server.shutdown()
    serving.join()
    server.server_close()


class _Answering(BaseHTTPRequestHandler):
    def _answer(self):
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        there = self.server.there
        kind, reply = there.answer(self.path, body, there.clock)
        if there.mute:
            self.close_connection = True
            return
        self.send_response(200)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(reply)))
        self.end_headers()
        self.wfile.write(reply)

    do_GET = do_POST = _answer  # noqa: N815 - the server's own spelling

    def log_message(self, *_):
        """Says nothing."""
