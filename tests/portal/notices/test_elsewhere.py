"""Notices where other programs and sites read them: feeds, a frame, the calendar of what is owed."""

from __future__ import annotations

import json

import pytest
from tests.domains.notices.lives import NoticeLife

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("form", ["atom", "rss"])
def test_a_feed_has_what_holds_and_no_markup_of_a_writer(here, visitor, form):
    NoticeLife(here, title="<b>停水</b>", body="<script>alert(1)</script>").published()
    answer = visitor.get(f"/notices/feed.{form}")
    assert form in answer["content-type"]
    assert "max-age=300" in answer["cache-control"]
    assert b"&lt;script&gt;" in answer.content
    assert b"<script>" not in answer.content


def test_the_json_feed_is_one(here, visitor):
    life = NoticeLife(here).withdrawn()
    held = life.another(title="消防演练").published()
    feed = json.loads(visitor.get("/notices/feed.json").content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["title"] for item in feed["items"]] == ["消防演练"]
    assert feed["items"][0]["url"].endswith(f"/notices/{held.matter.number}/")


def test_a_feed_of_another_community_has_nothing_of_this_one(here, visitor):
    NoticeLife(here).published()
    assert json.loads(visitor.get("/notices/feed.json", {"in": here.places["poplar"].path}).content)["items"] == []
    assert len(json.loads(visitor.get("/notices/feed.json", {"in": here.places["willow"].path}).content)["items"]) == 1


def test_other_sites_may_frame_the_small_page_and_no_other(here, visitor):
    life = NoticeLife(here).published()
    small, own = visitor.get("/notices/frame/"), visitor.get(f"/notices/{life.matter.number}/")
    assert "frame-ancestors *" in small["content-security-policy"]
    assert "x-frame-options" not in small.headers
    assert "set-cookie" not in small.headers
    assert "<form" not in small.content.decode()
    assert "<script" not in small.content.decode()
    assert "frame-ancestors 'none'" in own["content-security-policy"]
    assert own["x-frame-options"] == "DENY"


def test_the_calendar_shows_all_what_is_overdue(here, visitor):
    assert "逾期未公开" in visitor.read("/notices/disclosures/").words
    assert "/notices/disclosures/" in visitor.read("/notices/").links
