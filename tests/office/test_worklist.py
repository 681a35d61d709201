"""The one worklist: what is asked of whom, in which order, under which filters."""

from __future__ import annotations

import re

import pytest

from linli.domains.matters.models import Matter, SavedFilter

ROW = re.compile(r'class="no number">([^<]+)<')


def rows(client, address="/office/worklist/") -> list[str]:
    answer = client.get(address)
    assert answer.status_code == 200
    return ROW.findall(answer.content.decode())


def test_the_most_urgent_comes_first(life, sign_in):
    slow, fast = life("filed"), life("received")
    due = dict(Matter.objects.filter(kind="request").values_list("number", "due_at"))
    assert rows(sign_in("desk")) == sorted((slow.matter.number, fast.matter.number), key=due.get)


def test_a_unit_sees_its_own_share_and_nobody_elses(life, sign_in):
    number = life("dispatched").lead.number
    assert rows(sign_in("handler")) == [number]
    assert rows(sign_in("other_handler")) == []
    assert rows(sign_in("stranger")) == []


def test_what_is_asked_is_said_in_the_acts_own_words(life, sign_in):
    life("dispatched")
    assert 'class="asked">我来办<' in sign_in("handler").get("/office/worklist/").content.decode()


@pytest.mark.parametrize(
    ("query", "shown"),
    [("?late=1", 2), ("?kind=request&state=filed", 1), ("?state=signed", 0), ("?mine=1", 0), ("?kind=nonsense", 2)],
)
def test_filters_narrow_it(life, sign_in, query, shown):
    life("filed"), life("received")
    assert len(rows(sign_in("desk"), f"/office/worklist/{query}")) == shown


def test_mine_is_what_i_signed_for(life, sign_in):
    signed = life("signed").lead
    life("dispatched")
    assert rows(sign_in("handler"), "/office/worklist/?mine=1") == [signed.number]


def test_filters_that_leave_nothing_say_so(life, sign_in):
    life("received")
    page = sign_in("desk").get("/office/worklist/?state=filed").content.decode()
    assert "筛选条件下没有内容" in page


def test_a_filter_is_saved_cleaned_shown_and_deleted(sign_in):
    desk = sign_in("desk")
    asked = "?kind=request&state=filed&state=hacked&late=1&q=secret"
    desk.post("/office/worklist/saved/", {"name": " 今天  先派 ", "asked": asked})
    saved = SavedFilter.objects.get()
    assert (saved.name, saved.asked) == ("今天 先派", "?kind=request&state=filed&late=1")
    assert "今天 先派" in desk.get("/office/worklist/").content.decode()
    assert "今天 先派" not in sign_in("caller").get("/office/worklist/").content.decode()
    assert sign_in("caller").post(f"/office/worklist/saved/{saved.pk}/").status_code == 404
    desk.post(f"/office/worklist/saved/{saved.pk}/")
    assert not SavedFilter.objects.exists()


@pytest.mark.parametrize("name", ["", " ", "很" * 25])
def test_a_filter_needs_a_name(sign_in, name):
    answer = sign_in("desk").post("/office/worklist/saved/", {"name": name, "asked": "?late=1"})
    assert answer.status_code == 422
    assert "1 至 24 个字" in answer.content.decode()


def test_there_is_an_end_to_saved_filters(sign_in):
    desk = sign_in("desk")
    for number in range(12):
        assert desk.post("/office/worklist/saved/", {"name": f"n{number}", "asked": "?late=1"}).status_code == 302
    assert desk.post("/office/worklist/saved/", {"name": "n0", "asked": "?mine=1"}).status_code == 302
    assert desk.post("/office/worklist/saved/", {"name": "n12", "asked": "?late=1"}).status_code == 422


def test_long_lists_are_shown_in_part_and_then_whole(life, sign_in):
    for _ in range(51):
        life("received")
    desk = sign_in("desk")
    assert len(rows(desk)) == 50
    assert len(rows(desk, "/office/worklist/?all=1")) == 51


def test_the_list_asks_the_database_the_same_for_one_and_for_thirty(life, sign_in, queries):
    desk = sign_in("desk")
    life("received")
    one = queries(desk, "/office/worklist/")
    for _ in range(29):
        life("received")
    assert queries(desk, "/office/worklist/") == one
