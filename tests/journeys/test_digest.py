"""The opinion digest as people meet it: read in the office, its sample checked, the same numbers on the public page."""

from __future__ import annotations

import pytest
from tests.domains.insight.weeks_lived import AFTER, WEEK, lively, messages, person
from tests.neighbourhood import staff_member
from tests.staffed import appoint

from linli.domains.insight.freezing import freeze
from linli.domains.insight.models import Digest
from linli.domains.people.models import Account
from linli.kernel.record import number_pending

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("office")]
SHAPES = [(390, "zh-CN"), (390, "en-US"), (1280, "zh-CN"), (1280, "en-US")]


@pytest.fixture
def digest(here):
    """Of a lively week in two communities."""
    lively(here)
    messages(here, 12, category="utilities.heat", openers=[person()] * 6)
    here.checker = staff_member(here, "checker", "office", {"requests.read", "insight.check"}, area="subdistrict")
    appoint(here.checker)
    while number_pending():
        pass
    freeze(WEEK.earlier(1), at=AFTER)
    freeze(WEEK, at=AFTER)
    return Digest.objects.get(place=here.places["subdistrict"], since=WEEK.monday)


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_the_digest_is_read_checked_and_read_by_everybody(here, digest, browse, look, shape):
    page = browse(Account.objects.get(pk=here.checker.account), width=shape[0], language=shape[1])
    page.goto("/office/digests/")
    look(page)
    page.locator("article details summary").first.click()
    look(page)
    page.locator("article a").first.click()
    page.wait_for_url("**/messages/**")
    look(page)
    page.goto(f"/office/digests/{digest.pk}/?verify")
    page.locator(".seal").wait_for()
    look(page)
    page.goto(f"/office/digests/{digest.pk}/sample/")
    look(page)
    page.locator("button[value=fits]").click()
    page.locator("text=/1 of|已查 1/").first.wait_for()
    public = browse(width=shape[0], language=shape[1])
    public.goto("/digest/")
    look(public)
    assert public.locator("h1").count() == 1


@pytest.mark.parametrize(("width", "size"), [(320, "30"), (390, "24")])
def test_it_is_read_in_large_print(digest, browse, look, width, size):
    page = browse(width=width, language="zh-CN")
    page.goto("/")
    page.context.add_cookies([{"name": "linli_size", "value": size, "url": page.url}])
    page.goto(f"/digest/{digest.pk}/")
    assert page.locator(f"[data-elder='{size}']").count() == 1
    look(page)
