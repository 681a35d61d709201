"""Of what was hidden neighbours read the ground in its place, never silence; whose words they are reads on."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.domains.requests.hidden import hide, hiding_of, moderator
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY
from tests.portal.conftest import WORDS

from linli.domains.matters.models import Text
from linli.domains.requests.lifecycle.hiding import Restore, ShowAgain
from linli.portal.neighbours import views

pytestmark = pytest.mark.django_db
SAID = "坏了两天"
"""What the title says and no category does."""


@pytest.fixture
def head(here):
    return moderator(here, "head")


@pytest.fixture
def shared(life):
    """Shared long ago; what happens to it now happens today."""
    life.filed().at = timezone.now() - timedelta(hours=2)
    return life


def statements(browser, address) -> int:
    with CaptureQueriesContext(connection) as queries:
        browser.read(address)
    return len(queries)


def everywhere(shared) -> list[str]:
    return ["/", "/neighbours/", f"/neighbours/{shared.matter.number}/", "/neighbours/?about=home", "/mine/"]


@pytest.mark.parametrize("scope", ["words", "whole"])
def test_nobody_among_neighbours_reads_what_was_hidden_and_everybody_reads_why(neighbour, shared, head, scope):
    neighbour.send(f"/neighbours/{shared.matter.number}/follow/")
    assert SAID in neighbour.read("/neighbours/").words
    hide(shared, head, scope=scope, ground="insult")
    for address in everywhere(shared):
        assert SAID not in neighbour.read(address).html, address
    for address in ("/", "/neighbours/", f"/neighbours/{shared.matter.number}/", "/mine/"):
        page = neighbour.read(address)
        assert "侮辱谩骂或煽动" in page.words, address
        assert shared.matter.number in page.html, address
    said = neighbour.read(f"/neighbours/{shared.matter.number}/", headers={"accept-language": "en"}).words
    assert "It insults or incites" in said
    assert "can appeal once" in said


def test_what_is_hidden_whole_tells_neither_place_nor_subject_nor_steps(visitor, shared, head):
    address = f"/neighbours/{shared.matter.number}/"
    assert "3号楼" in visitor.read(address).words
    hide(shared, head, scope="whole")
    for page in (visitor.read("/neighbours/"), visitor.read(address)):
        assert "3号楼" not in page.words
        assert "受理立案" not in page.words
        assert "柳荫社区居委会" not in page.words
    assert "电梯" not in visitor.read(address).words


def test_where_words_alone_are_hidden_the_life_is_told_on_and_the_hiding_with_it(visitor, shared, head):
    hide(shared, head)
    page = visitor.read(f"/neighbours/{shared.matter.number}/")
    assert "受理立案" in page.words
    assert "对邻居隐藏" in page.words
    assert "含他人个人信息" in page.words
    assert "写了邻居的情况" not in page.words


def test_words_meant_for_everyone_are_hidden_too(visitor, shared, head):
    Text.objects.filter(matter=shared.matter).update(audience="everyone")
    address = f"/neighbours/{shared.matter.number}/"
    assert visitor.read(address).words.count(SAID) == 2
    hide(shared, head)
    assert visitor.read(address).words.count(SAID) == 0


def test_whose_words_they_are_reads_them_why_and_how_to_appeal(resident, shared, head):
    hide(shared, head, law="民法典第一千零三十二条")
    page = resident.read(f"/track/{shared.matter.number}/")
    assert SAID in page.words
    assert "写了邻居的情况" in page.words
    assert "民法典第一千零三十二条" in page.words
    assert "含他人个人信息" in page.words
    assert f"/track/{shared.matter.number}/appeal_hiding/" in page.links
    assert WORDS[:10] in page.words


def test_an_appeal_is_sent_from_ones_own_page_and_restored_at_once(here, resident, visitor, shared, head):
    hide(shared, head)
    number = shared.matter.number
    assert "正在审查" not in resident.read(f"/track/{number}/").words
    resident.send(f"/track/{number}/appeal_hiding/", {"reason": "没有写别人的事"})
    assert "正在审查" in resident.read(f"/track/{number}/").words
    shared.does(Restore(reason="只写了楼道"), here.supervisor, on=hiding_of(shared))
    assert SAID in visitor.read(f"/neighbours/{number}/").words
    own = resident.read(f"/track/{number}/")
    assert "只写了楼道" in own.words
    assert "appeal_hiding" not in own.html


def test_a_request_that_nothing_was_hidden_of_says_nothing_of_hiding(resident, shared):
    page = resident.read(f"/track/{shared.matter.number}/")
    assert "隐藏" not in page.words
    assert "申诉" not in page.words


def test_the_list_costs_the_same_statements_whatever_is_hidden(here, visitor, shared, head):
    others = [Life(here, share=True).filed() for _ in range(3)]
    before = statements(visitor, "/neighbours/")
    for other, scope in zip(others, ("words", "whole", "words"), strict=True):
        hide(other, head, scope=scope)
    assert statements(visitor, "/neighbours/") == before


def test_the_map_counts_what_is_hidden_whole_for_its_community_and_for_no_door(
    here, visitor, shared, head, monkeypatch
):
    monkeypatch.setattr(views, "PERIOD", timezone.now() - MONDAY + timedelta(days=1))
    hide(shared, head, scope="whole")
    assert "柳荫社区: 1 件" in visitor.read("/neighbours/").html
    building = here.places["building"].path
    assert shared.matter.number not in visitor.read(f"/neighbours/?in={building}").html


def test_an_appeal_sent_from_a_page_read_before_it_was_shown_again_keeps_its_words(resident, shared, head):
    hide(shared, head)
    shared.does(ShowAgain(reason="看错了"), head)
    page = resident.send(f"/track/{shared.matter.number}/appeal_hiding/", {"reason": "没有写别人的事"}, status=422)
    assert "邻居已经能看到全部内容" in page.words
    assert "没有写别人的事" in page.words
