"""Messages that repeat what was rebutted are found beside the notice, however they say it, and no others."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.domains.insight.weeks_lived import frozen, messages
from tests.domains.notices.lives import NoticeLife

from linli.domains.insight.counting import Line
from linli.domains.insight.freezing import read

pytestmark = pytest.mark.django_db
CLAIM = "自来水里检出超标重金属，全街道要停水一周"
REBUTTAL = {
    "type": "rebuttal",
    "title": "自来水水质合格，不会停水",
    "body": "经区疾控中心检测，出厂水和管网水各项指标合格，没有停水安排。",
    "claim": CLAIM,
    "verifier": "区疾控中心",
    "evidence": "本周检测报告，编号见居委会公告栏",
}
SAYS = (
    "听说自来水里检出超标重金属，全街道要停水一周，是真的吗？请尽快告诉大家",
    "群里在传：自来水检出重金属超标，全街道要停水一周！",
)
SAYS_NOT = ("三号楼自来水压力太小，早晚高峰六楼没有水", "请问小区什么时候清洗水箱，会不会停水")


@pytest.fixture
def rebuttal(neighbourhood):
    """Told to the first community."""
    told = NoticeLife(neighbourhood, **REBUTTAL, places=(neighbourhood.places["willow"].pk,))
    return told.published().matter.number


def repeated(here, place="willow"):
    digest = frozen(here, place)
    lines: list[Line] = read(bytes(digest.made_of)).lines
    return digest.numbers["rumours"], [line.rumour for line in lines]


def test_those_that_repeat_the_claim_are_counted_beside_its_rebuttal(neighbourhood, rebuttal):
    messages(neighbourhood, 4, texts=[*SAYS, *SAYS_NOT])
    assert repeated(neighbourhood) == ([{"notice": rebuttal, "messages": 2}], [rebuttal, rebuttal, None, None])


def test_another_community_was_told_nothing(neighbourhood, rebuttal):
    messages(neighbourhood, 1, texts=SAYS, place="poplar")
    assert repeated(neighbourhood, "poplar") == ([], [None])


def test_what_was_withdrawn_rebuts_nothing(neighbourhood):
    life = NoticeLife(neighbourhood, **REBUTTAL, places=(neighbourhood.places["willow"].pk,))
    life.withdrawn()
    messages(neighbourhood, 1, texts=SAYS)
    assert repeated(neighbourhood) == ([], [None])


def test_a_rebuttal_that_came_after_the_week_is_not_yet_beside_it(neighbourhood):
    life = NoticeLife(neighbourhood, **REBUTTAL, places=(neighbourhood.places["willow"].pk,))
    life.at += timedelta(days=8)
    life.published()
    messages(neighbourhood, 1, texts=SAYS)
    assert repeated(neighbourhood) == ([], [None])
