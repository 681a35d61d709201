"""Search against plain reading: found is what stands in one text of a request or of its assignments, and no more."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY

from linli.domains.matters.engine import Draft, open_many
from linli.domains.matters.indexing import put_in_order
from linli.domains.matters.models import Audience, Matter, Text
from linli.domains.matters.searching import search
from linli.domains.people.actor import SYSTEM
from linli.domains.requests.lifecycle import assignment as lead
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.lifecycle.request import Report
from linli.kernel.refusal import Invalid
from linli.kernel.text import normalise

SIGNS = "灯梯水，A a"
"""So few that one text's pairs often stand apart in another."""


def found(here, words: str, **more: object) -> list[Matter]:
    return search(words, by=here.desk, kind="request", **more)


def said(here, *texts: str, at: datetime = MONDAY) -> list[Matter]:
    drafts = [Draft(details=Report(text=text, place=here.building), opener=here.resident.person) for text in texts]
    return [act.matter for act in open_many("request", drafts, by=SYSTEM, at=at)]


@pytest.fixture
def answered(neighbourhood):
    """One request whose words, message, progress and note to staff each say something else."""
    here = neighbourhood
    walked = Life(here, text="三号楼电梯坏了").signed()
    walked.does(life.Comment(text="老人上不了楼"), here.resident)
    walked.does(lead.ReportProgress(text="维保公司在换门机"), here.handler, on=walked.lead)
    return walked.does(life.Supervise(note="今天必须修好"), here.supervisor)


@pytest.mark.parametrize("words", ["电梯", "老人上不了", "换门机", "维保公司在换门机"])
def test_what_any_side_said_is_found_where_it_was_said(neighbourhood, answered, words):
    assert found(neighbourhood, words) == [answered.matter]


def test_the_end_of_one_text_and_the_start_of_another_are_no_phrase(neighbourhood):
    here = neighbourhood
    walked = Life(here, text="灯坏了").signed()
    walked.does(lead.ReportProgress(text="坏了的是门"), here.handler, on=walked.lead)
    assert found(here, "坏了") == [walked.matter]
    assert found(here, "灯坏了的是门") == []


def test_words_for_staff_alone_are_not_found(neighbourhood, answered):
    assert found(neighbourhood, "必须修好") == []


@pytest.mark.parametrize("words", ["", "梯", " 梯\u200b", "　"])
def test_one_character_is_refused_with_what_to_do(neighbourhood, words):
    with pytest.raises(Invalid) as refused:
        found(neighbourhood, words)
    assert refused.value.sentence.in_language("zh-hans") == "请至少输入两个字再搜索。"


@pytest.mark.parametrize("words", ["电梯", "换门机"])
def test_who_only_answers_finds_their_assignment_by_what_anyone_said(neighbourhood, answered, words):
    assert search(words, by=neighbourhood.handler, kind="assignment") == [answered.lead]
    assert search(words, by=neighbourhood.stranger, kind="assignment") == []


def test_a_number_finds_its_matter_whatever_its_letters(neighbourhood, answered):
    assert found(neighbourhood, f" {answered.matter.number.lower()} ") == [answered.matter]


@pytest.fixture
def world(neighbourhood):
    """Sixty requests of two years in few signs, some with messages and answers."""
    here, chance = neighbourhood, Random(9)

    def words():
        return "".join(chance.choices(SIGNS, k=chance.randint(2, 9))) + "灯"

    for _ in range(50):
        said(here, words(), at=MONDAY - timedelta(days=chance.randint(0, 700)))
    for _ in range(10):
        walked = Life(here, text=words()).signed()
        walked.does(life.Comment(text=words()), here.resident)
        walked.does(lead.ReportProgress(text=words()), here.handler, on=walked.lead)
    return here


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.sampled_from(SIGNS), min_size=2, max_size=5).filter(lambda words: len(normalise(words)) > 1))
def test_it_finds_exactly_what_plain_reading_finds(world, words):
    holding = {
        text.matter.parent_id or text.matter_id
        for text in Text.objects.select_related("matter").exclude(audience=Audience.STAFF)
        if normalise(words) in normalise(text.body)
    }
    requests = Matter.objects.filter(pk__in=holding, kind="request").order_by("-opened_at", "-pk")
    assert found(world, words, limit=100) == list(requests)


def statements(here, words: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        found(here, words)
    return sum("SELECT" in query["sql"] for query in captured)


def test_much_found_costs_a_statement_less_than_little(neighbourhood):
    here = neighbourhood
    said(here, "停电了")
    few = statements(here, "停电了")
    said(here, *["停电了"] * 130)
    assert len(found(here, "停电了")) == 50
    assert statements(here, "停电了") == few - 1


@pytest.mark.parametrize(("every_days", "looks"), [(0, 1), (2, 2), (30, 2)], ids=["together", "in two days", "monthly"])
def test_ever_longer_times_are_looked_through_until_there_is_enough(neighbourhood, every_days, looks):
    for nth in range(15):
        said(neighbourhood, "停电了", at=MONDAY - timedelta(days=every_days * nth))
    with CaptureQueriesContext(connection) as captured:
        newest = found(neighbourhood, "停电了", limit=5)
    assert newest == list(Matter.objects.filter(kind="request").order_by("-opened_at", "-pk")[:5])
    assert sum("@>" in query["sql"] for query in captured) == looks


def test_nothing_is_looked_for_beyond_an_area_where_nothing_of_ones_own_lies(neighbourhood):
    said(neighbourhood, "停电了")
    with CaptureQueriesContext(connection) as captured:
        assert len(search("停电了", by=neighbourhood.handler, kind="request")) == 1
    assert sum("@>" in query["sql"] for query in captured) == 2, "of the newest weeks, and of all times"


def test_a_match_behind_many_that_only_look_like_it_is_found_in_two_statements_more(neighbourhood):
    here = neighbourhood
    (old,) = said(here, "水管漏水管")
    few = statements(here, "水管漏水管")
    said(here, *["漏水管，水管漏"] * 230)
    assert found(here, "水管漏水管") == [old]
    assert statements(here, "水管漏水管") == few + 2


def test_what_was_lately_said_is_put_in_order_and_still_found(neighbourhood):
    said(neighbourhood, "电梯停了")
    assert _waiting_pages() > 0
    said(neighbourhood, "电梯又停了")
    put_in_order()
    assert _waiting_pages() == 0
    assert len(found(neighbourhood, "电梯")) == 2


def _waiting_pages() -> int:
    """How many there were; there are none afterwards."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT gin_clean_pending_list('search_grams')")
        return cursor.fetchone()[0]
