"""A city that is connected, what it sends, and a made-up caller."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY

from linli.demo.city_server import CityServer
from linli.domains.requests.hotline.hearing import hear
from linli.domains.requests.hotline.reading import read_order
from linli.domains.requests.hotline.wire import wire

CALLER = {"name": "程小满", "phone": "13800001234", "secret": False}
NOW = MONDAY + timedelta(minutes=20)


@pytest.fixture(autouse=True)
def connected(settings, tmp_path):
    settings.KEYS = tmp_path / "keys"
    settings.HOME = tmp_path
    settings.HOTLINE_KEY, settings.HOTLINE_SECRET = "linli-test", "a secret of the tests"
    settings.HOTLINE_PLACE, settings.HOTLINE_WIRE, settings.HOTLINE_URL = "柳荫街道", "", ""


def written(**changed):
    """An order as the standard wire writes it."""
    return {
        "orderNo": "LH20260302-000123",
        "seq": 1,
        "receiveTime": "2026-03-02 10:00:00",
        "title": "电梯故障",
        "content": "三号楼电梯坏了两天，老人上不去楼。",
        "caller": CALLER,
        "area": "柳荫社区",
        "address": "柳荫社区3号楼",
        "category": "电梯",
        "type": "投诉",
        "level": "一般",
        "status": "10",
        "signDeadline": "2026-03-02 12:00:00",
        "finishDeadline": "2026-03-07 18:00:00",
    } | changed


def lived(here, matter) -> Life:
    """The steps of a request that came from the city."""
    walk = Life.__new__(Life)
    walk.at, walk.here, walk.matter = NOW, here, matter
    return walk


@pytest.fixture
def city(neighbourhood):
    """Has the city say something at a time of ours; answers what it was and the request."""

    def says(*, at=NOW, by=None, **changed):
        return hear(read_order(written(**changed), by or wire(), now=at), at=at)

    return says


@pytest.fixture
def server(settings):
    """The city's stand-in behind a true HTTP server; with `mute` it does what it is asked and loses its answer."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answering)
    server.city, server.mute, server.clock = CityServer("linli-test", "a secret of the tests"), False, None
    settings.HOTLINE_URL = f"http://127.0.0.1:{server.server_port}"
    serving = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    serving.start()
    yield server
    server.shutdown()
    serving.join()
    server.server_close()


class _Answering(BaseHTTPRequestHandler):
    def _answer(self):
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        at = self.server.clock or datetime.fromtimestamp(int(self.headers["x-timestamp"]), UTC)
        status, reply = self.server.city.answer(self.command, self.path, dict(self.headers), body, at)
        if self.server.mute:
            self.close_connection = True
            return
        self.send_response(status)
        self.send_header("content-length", str(len(reply)))
        self.end_headers()
        self.wfile.write(reply)

    do_GET = do_POST = _answer  # noqa: N815 - the server's own spelling

    def log_message(self, *_):
        """Says nothing."""
