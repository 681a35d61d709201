"""Orders are fetched page by page from where it was left; repeats, nonsense and a silent city lose nothing."""

from __future__ import annotations

import pytest
from tests.neighbourhood import MONDAY

from linli.domains.requests.hotline.fetching import fetch_all
from linli.domains.requests.hotline.models import Line, Order
from linli.domains.requests.hotline.vocabulary import Heard

from .conftest import NOW, written


@pytest.fixture
def orders(server, neighbourhood):
    """What the city has to give."""
    server.city.orders.extend(written(orderNo=f"LH-{n:03}", receiveTime=str(MONDAY)[:19]) for n in range(60))
    return server.city.orders


def test_all_pages_are_taken_in_and_only_what_is_new_the_next_time(orders):
    assert fetch_all(at=NOW) == {Heard.OPENED: 60}
    orders.append(written(orderNo="LH-060"))
    assert fetch_all(at=NOW) == {Heard.OPENED: 1}
    assert Order.objects.count() == 61


def test_an_order_pushed_and_fetched_is_one(orders, city):
    city(orderNo="LH-007")
    assert fetch_all(at=NOW) == {Heard.OPENED: 59, Heard.REPEATED: 1}


def test_one_that_cannot_be_read_is_named_and_keeps_no_other_out(orders):
    orders[3]["receiveTime"] = "昨天"
    orders[4] = "nonsense"
    assert fetch_all(at=NOW)[Heard.OPENED] == 58
    assert Line.objects.get().unread == ["?", "LH-003"]


@pytest.mark.parametrize("fault", ["500", "nonsense", "empty", "another shape", "busy"])
def test_a_faulty_city_is_remembered_and_asked_again_from_the_same_place(orders, server, fault):
    server.city.faults = [fault]
    assert fetch_all(at=NOW) == {}
    assert Line.objects.get().fetch_error
    assert fetch_all(at=NOW)[Heard.OPENED] == 60
    assert Line.objects.get().fetch_error == ""


def test_a_city_that_always_gives_the_same_page_does_not_hold_us(orders, server, monkeypatch):
    monkeypatch.setattr(server.city, "_give", lambda since: type(server.city)._give(server.city, 0))
    assert fetch_all(at=NOW)[Heard.OPENED] == 50
