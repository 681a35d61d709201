"""Beside a matter: what may be the same, under one name; who reported it before; linked with one press."""

from datetime import timedelta

import pytest
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
