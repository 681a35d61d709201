"""Beside a matter: what may be the same, under one name; who reported it before; linked with one press."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.timezone import localdate
from tests.domains.requests.likeness.conftest import OTHERS, SMOKE, SMOKE_AGAIN
from tests.neighbourhood import MONDAY

from linli.domains.matters.engine import open_matter
from linli.domains.matters.models import Link

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(here):
    """Two requests about the same smoke, by the same resident, among others."""
    given = {"place": here.building, "category": "other.other"}
    for text in OTHERS:
        open_matter("request", given | {"text": text}, by=here.neighbour, at=MONDAY)
    return [
        open_matter("request", given | {"text": text}, by=here.resident, at=MONDAY + timedelta(days=days))
        for days, text in enumerate((SMOKE, SMOKE_AGAIN))
    ]


def read(client, number, status=200, **more):
    answer = client.get(f"/office/matters/{number}/alike/", **more)
    assert answer.status_code == status
    return answer.content.decode()


def test_it_names_them_and_says_how_often_the_same_resident_reported_it(two, sign_in):
    first, second = two
    page = read(sign_in("desk"), second.number)
    for words in (first.number, first.title, "丽景花园三号楼", "2026-03-02", "2 件诉求", "此前已报过 1 次"):
        assert words in page
    assert "<html" in page
    assert "<html" not in read(sign_in("desk"), second.number, headers={"HX-Request": "true"})
    assert "此前已报过" not in read(sign_in("desk"), first.number)


def smoke(here, *, ago: timedelta):
    """Two requests about the same smoke, so long ago, after others; the second."""
    given, at = {"place": here.building, "category": "other.other"}, timezone.now() - ago
    texts = (*OTHERS, SMOKE, SMOKE_AGAIN)
    return [open_matter("request", given | {"text": text}, by=here.resident, at=at) for text in texts][-1]


def test_the_weeks_in_which_they_came_stand_as_columns_and_in_numbers(here, sign_in):
    desk, today = sign_in("desk"), localdate()
    number = smoke(here, ago=timedelta(0)).number
    page = read(desk, number)
    assert page.count('<rect x="') == 12
    assert "近 12 周有 2 件" in page
    assert f'<td class="number">{today - timedelta(days=today.weekday())}</td>' in page


def test_what_came_before_those_weeks_has_no_columns_and_columns_cost_no_statement(here, sign_in, queries):
    desk, address = sign_in("desk"), "/office/matters/{}/alike/"
    long_ago = smoke(here, ago=timedelta(weeks=14)).number
    page = read(desk, long_ago)
    assert "2 件诉求" in page
    assert "近 12 周" not in page
    without = queries(desk, address.format(long_ago))
    lately = smoke(here, ago=timedelta(0)).number
    assert "近 12 周" in read(desk, lately)
    assert queries(desk, address.format(lately)) == without


def test_who_may_not_know_the_reporter_is_not_told_and_another_communitys_desk_sees_nothing(two, sign_in):
    _, second = two
    assert "同一居民" not in read(sign_in("supervisor"), second.number)
    read(sign_in("stranger"), second.number, status=404)


def test_linking_shows_each_on_the_others_page_once(two, sign_in):
    first, second = two
    desk = sign_in("desk")
    for _ in range(2):
        answer = desk.post(f"/office/matters/{second.number}/alike/{first.number}/")
        assert answer.headers["location"] == f"/office/matters/{second.number}/"
    assert Link.objects.filter(earlier=first, later=second).count() == 1
    assert first.number in desk.get(f"/office/matters/{second.number}/").content.decode()
    assert "已关联" in read(desk, second.number)


def test_linking_is_refused_to_itself_to_what_is_unseen_and_to_who_does_not_accept(two, sign_in, refused):
    first, second = two
    link = f"/office/matters/{second.number}/alike/"
    refused(sign_in("desk").post(f"{link}{second.number}/"), 422, "只有两件不同的诉求才能互相关联")
    refused(sign_in("desk").post(f"{link}SQ26-999999/"), 404)
    refused(sign_in("supervisor").post(f"{link}{first.number}/"), 403, "关联诉求由受理岗来做")
    assert not Link.objects.exists()
    assert sign_in("desk").get(f"{link}{first.number}/").status_code == 405
