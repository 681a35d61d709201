"""The digest for everybody: the numbers of the office, and nobody's words."""

from __future__ import annotations

import pytest
from tests.domains.insight.weeks_lived import COPIED, WEEK, frozen, lively, messages
from tests.portal.conftest import Browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor():
    return Browser()


def test_a_visitor_reads_what_rises_and_what_became_of_it(neighbourhood, visitor):
    lively(neighbourhood)
    frozen(neighbourhood)
    page = visitor.read(visitor.get("/digest/").headers["location"])
    assert "本周（3月2日至3月8日）共收到诉求 26 件，前 8 周平均每周 10 件。" in page.words
    assert "电梯上升：本周 20 件" in page.words
    assert "6 件文字雷同（电梯）：已知 5 人，另有 1 件未留身份" in page.words
    assert "还没有抽查完" in page.words
    assert "任何人都可以重新统计" in page.words


def test_nobodys_words_and_no_number_of_a_request_stand_there(neighbourhood, visitor):
    lively(neighbourhood)
    digest = frozen(neighbourhood)
    page = visitor.read(f"/digest/{digest.pk}/")
    assert COPIED[:6] not in page.html
    assert "SQ26-" not in page.html


def test_few_are_withheld_and_it_is_said_how_many(neighbourhood, visitor):
    messages(neighbourhood, 3)
    page = visitor.read(f"/digest/{frozen(neighbourhood).pk}/")
    assert "不公布" in page.words
    assert "这里有 2 个数没有公布" in page.words
    assert "可比的周数还不够" in page.words


def test_other_places_and_other_weeks_are_one_step_away(neighbourhood, visitor):
    from linli.domains.insight.freezing import freeze

    messages(neighbourhood, 3)
    digest = frozen(neighbourhood)
    freeze(WEEK.earlier(1), at=WEEK.until)
    page = visitor.read(f"/digest/{digest.pk}/")
    assert "2026-02-23 起的一周" in page.words
    assert len({link for link in page.links if link.startswith("/digest/")}) >= 4


def test_an_address_that_leads_nowhere_says_so(neighbourhood, visitor):
    assert "没有这份舆情摘要" in visitor.read(f"/digest/{neighbourhood.building}/", status=404).words


def test_before_the_first_monday_it_says_what_will_stand_here(neighbourhood, visitor):
    assert "每周一统计上一周" in visitor.read("/digest/").words


def test_it_needs_few_statements(neighbourhood, visitor, django_assert_max_num_queries):
    lively(neighbourhood)
    digest = frozen(neighbourhood)
    with django_assert_max_num_queries(12):
        visitor.read(f"/digest/{digest.pk}/")
