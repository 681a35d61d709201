"""Whom a notice reached, in real browsers: the board, the doors left on a phone, a tick on the way."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.domains.notices.lives import NoticeLife
from tests.neighbourhood import _place, staff_member
from tests.staffed import appoint

from linli.domains.people.models import Account
from linli.kernel.jobs import run_due

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("portal")]
SHAPES = [(390, "zh-CN"), (1280, "zh-CN"), (390, "en-US"), (1280, "en-US")]


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_the_doors_left_are_walked_to_and_ticked(neighbourhood, browse, look, shape):
    width, language = shape
    building = neighbourhood.places["building"]
    for stair in (1, 2):
        unit = _place(f"{stair}单元", "unit", building, stair)
        for door in (1, 2, 3):
            _place(f"{stair}0{door}室", "home", unit, door)
    life = NoticeLife(neighbourhood).published()
    run_due()
    walker = staff_member(neighbourhood, "walker", "committee", {"reach.doors"}, area="building")
    appoint(walker)
    page = browse(Account.objects.get(pk=walker.account), width=width, language=language)
    page.goto(f"/office/notices/{life.matter.number}/reach/")
    look(page)
    page.locator(".buttons a.button.main").last.click()
    expect(page.locator("form button[value=told]")).to_have_count(6)
    look(page)
    page.locator("form button[value=told]").first.click()
    expect(page.locator("form button[value=told]")).to_have_count(5)
    look(page)
