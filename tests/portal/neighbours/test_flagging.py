"""Saying that something should not be public, from the page where it stands; answered on a page of one's own."""

from __future__ import annotations

import pytest
from tests.domains.requests.hidden import moderator
from tests.domains.requests.lives import Life
from tests.portal.conftest import Browser

from linli.domains.matters.models import Matter
from linli.domains.requests.lifecycle.flag import CloseFlag

pytestmark = pytest.mark.django_db
GIVEN = {"ground": "insult", "reason": "骂了楼上的邻居"}


@pytest.fixture
def address(life):
    return f"/neighbours/{life.filed().matter.number}/flag/"


def test_a_neighbour_tells_it_and_reads_the_answer(here, neighbour, life, address):
    assert address in neighbour.read(address.removesuffix("flag/")).links
    assert "哪里不妥" in neighbour.read(address).words
    own = neighbour.send(address, GIVEN).location
    page = neighbour.read(own)
    assert "社区已收到" in page.words
    assert "前答复你" in page.words
    assert "骂了楼上的邻居" in page.words
    assert "电梯坏了" not in page.words
    life.does(CloseFlag(heeded=False, reason="没有骂人，只是着急"), moderator(here, "head"), on=life.flagged)
    assert "没有骂人，只是着急" in neighbour.read(own).words


def test_a_visitor_tells_it_without_saying_who_they_are_and_reads_the_answer_by_a_code(here, visitor, life, address):
    page = visitor.read(address)
    assert "不用说你是谁" in page.words
    assert 'name="phone"' not in page.html
    assert visitor.send(address, GIVEN).location == "/report/done/"
    done = visitor.read("/report/done/")
    assert "社区会查看，在这件事的页面上答复你" in done.words
    assert "办得好不好" not in done.words
    life.does(CloseFlag(heeded=False, reason="没有骂人，只是着急"), moderator(here, "head"), on=life.flagged)
    elsewhere = Browser()
    code = done.html.split('code-words">')[1].split("<")[0]
    own = elsewhere.send("/track/", {"code": code}).location
    assert "没有骂人，只是着急" in elsewhere.read(own).words
    elsewhere.read(f"/track/{life.matter.number}/", status=404)


def test_visitors_tell_as_often_as_they_may_file(visitor, here):
    others = [Life(here, share=True).filed().matter.number for _ in range(11)]
    for number in others[:10]:
        visitor.send(f"/neighbours/{number}/flag/", GIVEN)
    assert "频繁" in visitor.send(f"/neighbours/{others[10]}/flag/", GIVEN, status=429).words
    assert Matter.objects.filter(kind="flag").count() == 10


def test_a_refusal_keeps_what_was_typed(neighbour, resident, address):
    neighbour.send(address, GIVEN)
    again = neighbour.send(address, GIVEN, status=422)
    assert "已经举报过" in again.words
    assert "骂了楼上的邻居" in again.words
    assert "你自己发布的" in resident.send(address, GIVEN, status=422).words
    neighbour.send(address, {"ground": "insult"}, status=422)
    assert Matter.objects.filter(kind="flag").count() == 1


def test_what_is_not_shared_is_unknown(neighbour, life):
    neighbour.read(f"/neighbours/{life.matter.number}/flag/", status=404)


def test_whoever_tells_too_often_is_asked_to_wait(neighbour, address):
    for _ in range(5):
        neighbour.post(address, GIVEN)
    assert "频繁" in neighbour.send(address, GIVEN, status=429).words
