"""The first page: never empty, whoever comes."""

import pytest
from tests.portal.conftest import Browser

from linli.domains.people.models import Organisation

pytestmark = pytest.mark.django_db


def test_a_visitor_of_an_empty_deployment_can_report_and_call(visitor):
    page = visitor.read("/")
    for way in ("/report/", "/track/", "/neighbours/", "/sign-in/", "tel:110", "tel:120", "tel:12345"):
        assert way in page.links
    assert "还没有公开的事" in page.words


def test_in_large_print_the_telephone_comes_first(visitor):
    visitor.cookies["linli_size"] = "24"
    html = visitor.read("/").html
    assert 'data-elder="24"' in html
    assert "only-elder first-elder" in html


def test_someone_new_is_told_what_will_appear(neighbour):
    assert "你报的事会出现在这里" in neighbour.read("/").words


def test_what_is_asked_comes_before_everything(resident, life):
    life.info_requested()
    page = resident.read("/")
    assert "有 1 件事等你" in page.words
    assert page.links.index(f"/track/{life.matter.number}/") < page.links.index("tel:120")


def test_what_is_under_way_shows_its_promise(resident, life):
    life.in_progress()
    page = resident.read("/")
    assert "前答复你" in page.words
    assert "有什么变化" in page.words


def test_what_neighbours_share_is_shown(life, visitor):
    life.filed()
    assert f"/neighbours/{life.matter.number}/" in visitor.read("/").links


def test_english_is_complete_here(resident, life):
    life.in_progress()
    resident.cookies["django_language"] = "en"
    page = resident.read("/")
    chinese = {letter for letter in page.words if "\u4e00" <= letter <= "\u9fff"}
    own = set("邻里中文三号楼的电梯坏了两天，我姓王话柳荫街道社区居委会物业白杨")
    assert chinese <= own | set(life.matter.title)


def test_a_page_that_is_not_there_says_so_in_style(visitor):
    page = visitor.read("/no-such-page/", status=404)
    assert "没有这个页面" in page.words
    assert "/report/" in page.links


def test_nothing_of_ones_own_is_cached(resident, visitor):
    for browser in (resident, visitor):
        assert "no-store" in browser.get("/")["cache-control"]


def test_staff_see_no_more_than_residents(here, life):
    desk = Browser(here.desk.account)
    assert life.matter.number not in desk.read("/").html


@pytest.mark.parametrize("elder", ["", "24"])
def test_the_communitys_own_number_comes_first_where_it_has_one(here, visitor, elder):
    visitor.cookies["linli_size"], visitor.cookies["linli_place"] = elder, here.places["willow"].path
    assert "tel:01000001201" not in visitor.read("/").links
    Organisation.objects.filter(pk=here.units["committee"]).update(phone="01000001201")
    page = visitor.read("/")
    assert page.links.index("tel:01000001201") < page.links.index("tel:120")
    assert "柳荫社区居委会" in page.words
    assert "熟悉你们楼的人" in page.words


def test_without_a_community_chosen_the_subdistrict_answers(here, visitor):
    Organisation.objects.filter(pk=here.units["committee"]).update(phone="01000001201")
    Organisation.objects.filter(pk=here.units["office"]).update(phone="01000001200")
    page = visitor.read("/")
    assert "tel:01000001200" in page.links
    assert "tel:01000001201" not in page.links
