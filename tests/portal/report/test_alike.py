"""What neighbours shared is offered while somebody types and before they send; nothing typed is kept."""

import logging
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.domains.requests.likeness.conftest import LIFT, OTHERS, SMOKE, SMOKE_AGAIN
from tests.portal.report.test_reporting import write

from linli.domains.matters.engine import open_matter, perform
from linli.domains.matters.following import interest
from linli.domains.people.signin.models import Session
from linli.domains.requests.lifecycle.request import Accept
from linli.kernel.rules import RuleBook, rulebook

pytestmark = pytest.mark.django_db
OFFER = "邻居报过类似的事，是同一件吗？"


@pytest.fixture
def shared(here):
    """A neighbour's shared request of yesterday, published, among others."""
    at = timezone.now() - timedelta(days=1)
    texts = [*OTHERS, SMOKE]
    given = {"place": here.building, "category": "other.other", "share": True}
    *_, matter = [open_matter("request", given | {"text": text}, by=here.resident, at=at) for text in texts]
    perform(matter.pk, Accept(), by=here.desk, at=at)
    return matter


def typed(browser, here, text):
    browser.cookies["linli_place"] = here.places["willow"].path
    return browser.send("/report/alike/", {"text": text}, status=200)


def test_it_is_offered_with_title_place_time_and_state(here, visitor, shared):
    page = typed(visitor, here, SMOKE_AGAIN)
    for words in (OFFER, shared.title, "3号楼", "我也是，关注它"):
        assert words in page.words
    assert f"/neighbours/{shared.number}/" in page.links


@pytest.mark.parametrize("text", [LIFT, "", "灯", "。！？" * 20])
def test_another_matter_and_senseless_words_offer_nothing(here, visitor, shared, text):
    assert typed(visitor, here, text).words.strip() == ""


def test_without_a_place_nothing_is_offered(here, visitor, shared):
    assert OFFER not in visitor.send("/report/alike/", {"text": SMOKE_AGAIN}, status=200).words
    visitor.cookies["linli_place"] = "d1.made.up."
    assert OFFER not in visitor.send("/report/alike/", {"text": SMOKE_AGAIN}, status=200).words


def test_it_is_offered_before_sending_without_scripts(here, visitor, shared):
    write(visitor, here, text=SMOKE_AGAIN)
    page = visitor.read("/report/check/")
    assert OFFER in page.words
    assert "报给社区" in page.words


def test_whoever_presses_follows_it(here, neighbour, shared):
    typed(neighbour, here, SMOKE_AGAIN)
    neighbour.send(f"/neighbours/{shared.number}/follow/", {"me_too": "1"})
    assert interest([shared]) == {shared.pk: (1, 1)}
    assert "你说过“我也是”" in typed(neighbour, here, SMOKE_AGAIN).words


def test_what_is_typed_is_neither_kept_nor_logged(here, visitor, shared, caplog):
    with caplog.at_level(logging.DEBUG, logger="linli"):
        answer = typed(visitor, here, "丽景花园三号楼下的烧烤店油烟，我叫甄小梅，电话13800000002")
    assert "13800000002" not in answer.html + caplog.text
    assert not Session.objects.exists()
    assert visitor.get("/report/alike/").status_code == 405


def test_whoever_asks_too_often_is_offered_nothing_and_can_still_report(here, visitor, shared, monkeypatch):
    few = {"security.limit.compare_words": [{"times": 2, "seconds": 600}]}
    told = rulebook().rule
    monkeypatch.setattr(
        RuleBook,
        "rule",
        lambda book, key, *, on: replace(told(key, on=on), value=few[key]) if key in few else told(key, on=on),
    )
    assert [OFFER in typed(visitor, here, SMOKE_AGAIN).words for _ in range(3)] == [True, True, False]
    write(visitor, here, text=SMOKE_AGAIN)
    assert "报给社区" in visitor.read("/report/check/").words
