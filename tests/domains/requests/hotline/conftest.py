"""A city that is connected, what it sends, and a made-up caller."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.neighbourhood import MONDAY

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


@pytest.fixture
def city(neighbourhood):
    """Has the city say something at a time of ours; answers what it was and the request."""

    def says(*, at=NOW, **changed):
        return hear(read_order(written(**changed), wire(), now=at), at=at)

    return says
