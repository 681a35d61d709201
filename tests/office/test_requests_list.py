"""Every request of the area: filters, words, pages by key."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from tests.neighbourhood import MONDAY

from linli.domains.matters.engine import open_matter

ROW = re.compile(r'class="no number">([^<]+)<')
LINK = re.compile(r'rel="(prev|next)" href="([^"]+)"')


def rows(client, query="") -> list[str]:
    answer = client.get(f"/office/requests/{query}")
    assert answer.status_code == 200
    return ROW.findall(answer.content.decode())


@pytest.fixture
def many(here):
    """Opens many requests, a minute apart."""

    def opened(count: int) -> list[str]:
        given = {"text": "楼道灯坏了", "place": here.building}
        return [
            open_matter("request", given, by=here.resident, at=MONDAY + timedelta(minutes=minute)).number
            for minute in range(count)
        ]

    return opened


def test_the_newest_comes_first_and_strangers_see_nothing(many, sign_in):
    opened = many(3)
    assert rows(sign_in("desk")) == opened[::-1]
    assert rows(sign_in("stranger")) == []


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("?open=1", 2),
        ("?state=closed", 1),
        ("?category=home", 3),
        ("?category=street", 0),
        ("?late=1", 2),
        ("?mine=1", 0),
        ("?since=2026-03-02&until=2026-03-02", 3),
        ("?since=2026-03-03", 0),
        ("?since=yesterday&state=nonsense&area=s9.", 3),
    ],
)
def test_filters_narrow_it(life, sign_in, query, shown):
    life("received"), life("in_progress"), life("closed")
    assert len(rows(sign_in("desk"), query)) == shown


def test_one_community_of_several_can_be_looked_at(here, life, sign_in):
    life("received")
    caller = sign_in("caller")
    assert "白杨社区" in caller.get("/office/requests/").content.decode()
    assert len(rows(caller, f"?area={here.places['willow'].path}")) == 1
    assert rows(caller, f"?area={here.places['poplar'].path}") == []


def test_pages_follow_one_another_by_key_and_back(many, sign_in):
    numbers = many(120)[::-1]
    desk = sign_in("desk")
    first = desk.get("/office/requests/?open=1").content.decode()
    older = dict(LINK.findall(first))["next"].replace("&amp;", "&")
    assert "open=1" in older
    second = desk.get(f"/office/requests/{older}").content.decode()
    assert ROW.findall(first) + ROW.findall(second) == numbers[:100]
    newer = dict(LINK.findall(second))["prev"].replace("&amp;", "&")
    assert rows(desk, newer) == numbers[:50]
    third = dict(LINK.findall(second))["next"].replace("&amp;", "&")
    assert rows(desk, third) == numbers[100:]


@pytest.mark.parametrize("key", ["after=nonsense", "before=%3F%3F"])
def test_a_page_key_that_is_not_ours_is_refused(sign_in, key):
    answer = sign_in("desk").get(f"/office/requests/?{key}")
    assert answer.status_code == 422
    assert "请从第一页开始" in answer.content.decode()


def test_words_and_numbers_are_found(life, sign_in):
    lift = life("received").matter.number
    life("received", text="停水三天了")
    desk = sign_in("desk")
    assert rows(desk, "?q=电梯") == [lift]
    assert rows(desk, f"?q={lift.lower()}") == [lift]
    assert "没有含这些字的诉求" in desk.get("/office/requests/?q=飞机").content.decode()


@pytest.mark.parametrize("words", ["梯", "梯\u200b", "e\u0301"])
def test_one_character_is_too_little_to_look_for(life, sign_in, words):
    life("received")
    answer = sign_in("desk").get("/office/requests/", {"q": words})
    assert answer.status_code == 200
    assert "请至少输入两个字" in answer.content.decode()


def test_what_was_answered_is_found(life, sign_in):
    answered = life("replied").matter.number
    assert rows(sign_in("desk"), "?q=门机更换完毕") == [answered]


def test_searching_asks_the_database_once_more_at_most_for_thirty_than_for_one(life, sign_in, queries):
    desk = sign_in("desk")
    life("dispatched")
    one = queries(desk, "/office/requests/?q=电梯")
    for _ in range(29):
        life("dispatched")
    assert queries(desk, "/office/requests/?q=电梯") <= one + 1, "thirty promise that a year is long enough to look in"


def test_the_unit_that_answers_is_named_once_there_is_one(life, sign_in):
    life("dispatched")
    assert 'class="unit">柳荫物业<' in sign_in("desk").get("/office/requests/").content.decode()


def test_the_list_asks_the_database_the_same_for_one_and_for_thirty(life, sign_in, queries):
    desk = sign_in("desk")
    life("dispatched")
    one = queries(desk, "/office/requests/")
    for _ in range(29):
        life("dispatched")
    assert queries(desk, "/office/requests/") == one
