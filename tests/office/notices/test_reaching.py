"""The reach board and the doors left, in the office: read, ticked on the way, printed; never another area's."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.domains.notices.lives import NoticeLife
from tests.neighbourhood import _place, staff_member
from tests.staffed import appoint

from linli.domains.delivery.reach.models import Mailing, Receipt
from linli.domains.people.models import Account
from linli.kernel.jobs import run_due


@pytest.fixture
def told(here):
    """A notice to a building of two staircases with two homes each, written into its doors."""
    building = here.places["building"]
    for stair in (1, 2):
        unit = _place(f"{stair}单元", "unit", building, stair)
        for door in (1, 2):
            here.places[f"{stair}0{door}"] = _place(f"{stair}0{door}室", "home", unit, door)
    life = NoticeLife(here).published()
    run_due()
    assert Mailing.objects.get().homes == 4
    return life


@pytest.fixture
def walker(here, told):
    return browser(staff_member(here, "walker", "committee", {"reach.doors"}, area="building"))


def browser(actor) -> Client:
    appoint(actor)
    client = Client(headers={"accept-language": "zh-CN"})
    client.force_login(Account.objects.get(pk=actor.account))
    return client


def address(life, page: str) -> str:
    return f"/office/notices/{life.matter.number}/{page}?in={life.here.places['building'].path}"


def tick(walker, life, door: str, kind: str):
    return walker.post(address(life, "doors/"), {"place": life.here.places[door].pk, "kind": kind})


def test_a_door_that_was_told_leaves_the_list_and_counts_on_the_board(told, walker):
    assert "101室" in walker.get(address(told, "doors/")).content.decode()
    assert tick(walker, told, "101", "told").status_code == 302
    assert "101室" not in walker.get(address(told, "doors/")).content.decode()
    assert "101室" in walker.get(f"{address(told, 'doors/')}&all=1").content.decode()
    assert "应送达 4 户，已送达 1 户，还有 3 户未送达" in walker.get(address(told, "reach/")).content.decode()


def test_the_same_tick_sent_twice_changes_nothing(told, walker):
    tick(walker, told, "101", "signed")
    tick(walker, told, "101", "signed")
    assert Receipt.objects.count() == 1
    assert "没有变化" in walker.get(address(told, "doors/")).content.decode()


def test_the_button_says_that_they_wished_it_and_the_receipt_keeps_it(told, walker):
    assert "本人同意，已代读" in walker.get(address(told, "doors/")).content.decode()
    tick(walker, told, "201", "read_for")
    assert Receipt.objects.get().consent


@pytest.mark.parametrize("kind", ["confirmed", "read", "nonsense", ""], ids=["confirmed", "read", "nonsense", "none"])
def test_what_nobody_can_tick_at_a_door_is_refused(told, walker, kind):
    assert tick(walker, told, "101", kind).status_code == 404
    assert not Receipt.objects.exists()


def test_staff_of_another_community_see_and_tick_nothing(here, told):
    far = browser(staff_member(here, "far", "other_committee", {"reach.doors"}, area="poplar"))
    for page in ("reach/", "doors/", "doors.pdf", "sheets.pdf"):
        assert far.get(address(told, page)).status_code == 403, page
    assert tick(far, told, "101", "told").status_code == 403


@pytest.mark.parametrize("page", ["doors.pdf", "sheets.pdf"])
def test_both_are_printed(told, walker, page):
    answer = walker.get(address(told, page))
    assert answer["content-type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


def test_what_is_no_area_leads_to_the_board_or_is_refused(told, walker):
    plain = f"/office/notices/{told.matter.number}/doors/"
    assert walker.get(plain)["location"].endswith("/reach/")
    assert walker.get(f"{plain}?in=x").status_code in (302, 403, 404)
    assert walker.get(f"{plain}?in={told.here.places['building'].path}u77.").status_code == 404
