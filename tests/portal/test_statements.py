"""A page asks the database as often for one matter as for many."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY

from linli.domains.matters.following import follow

pytestmark = pytest.mark.django_db

MOST = {
    "/": 17,
    "/mine/": 14,
    "/mine/inbox/": 7,
    "/mine/seen/": 7,
    "/mine/channels/": 10,
    "/neighbours/": 11,
    "/neighbours/{number}/": 11,
    "/track/{number}/": 15,
    "/report/": 5,
}
"""Statements of a page for someone signed in: session, account and frame included."""


def statements(browser, address):
    browser.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("address", MOST)
def test_statements_do_not_grow_with_matters(here, resident, address):
    life = Life(here, share=True).in_progress()
    follow(life.matter.number, by=here.resident, at=MONDAY)
    place = address.format(number=life.matter.number)
    few = statements(resident, place)
    assert few <= MOST[address]
    for _ in range(3):
        more = Life(here, share=True).replied()
        follow(more.matter.number, by=here.neighbour, at=MONDAY, me_too=True)
        follow(more.matter.number, by=here.resident, at=MONDAY)
    assert statements(resident, place) == few


def test_statements_do_not_grow_with_a_life(here, resident):
    life = Life(here).in_progress()
    few = statements(resident, f"/track/{life.matter.number}/")
    life.matter.refresh_from_db()
    from linli.domains.requests.lifecycle import assignment as lead

    for word in ("一", "二", "三", "四"):
        life.does(lead.ReportProgress(text=f"第{word}次上门"), here.handler, on=life.lead)
    assert statements(resident, f"/track/{life.matter.number}/") == few
