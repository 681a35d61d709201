"""A city that is connected, what it sends, and a made-up caller."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY
from tests.serving import Reply, serving

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
    there = SimpleNamespace(city=CityServer("linli-test", "a secret of the tests"), mute=False, clock=None)

    def answer(asked):
        at = there.clock or datetime.fromtimestamp(int(asked.headers["x-timestamp"]), UTC)
        status, reply = there.city.answer(asked.method, asked.path, asked.headers, asked.body, at)
        return None if there.mute else Reply(reply, status)

    with serving(answer) as settings.HOTLINE_URL:
        yield there
