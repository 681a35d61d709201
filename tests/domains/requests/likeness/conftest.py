"""What tests of likeness share: requests said in many ways, some shared with neighbours."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.neighbourhood import MONDAY

from linli.domains.matters.engine import Draft, open_many, perform
from linli.domains.matters.models import Matter
from linli.domains.people.actor import SYSTEM
from linli.domains.requests.lifecycle.request import Accept, Report

SMOKE = "丽景花园三号楼楼下的烧烤店每天晚上油烟直排，烟味飘进家里，开不了窗，请社区管一管"
SMOKE_AGAIN = "丽景花园三号楼下的烧烤店油烟直排太严重了，烟味飘进家里，晚上不敢开窗，希望社区处理"
SMOKE_ELSEWHERE = "沁河苑东门的烧烤摊油烟扰民，烟味很大，希望处理"
LIFT = "丽景花园三号楼的电梯总是停在半层，老人上下楼很不方便，物业说在等配件"
OTHERS = (
    "路灯坏了三盏，晚上回家很黑，希望尽快修好",
    "垃圾桶满了没有人收，天热味道很重",
    "自来水压力不够，早晚高峰六楼几乎没有水",
    "有人在楼道里给电动车充电，担心起火",
    "公交站什么时候恢复，现在要走二十分钟才能坐上车",
    "物业费涨了却不公示收支，业主委员会也联系不上",
)


@pytest.fixture
def say_it(neighbourhood):
    """Files a request, one day after MONDAY, and publishes it where it is shared."""

    def file(text: str, *, share: bool = True, place: str = "building", by=None, days: int = 1, **more) -> Matter:
        here, by = neighbourhood, by or neighbourhood.resident
        details = Report(text=text, place=here.places[place].pk, category="other.other", share=share, **more)
        at = MONDAY + timedelta(days=days)
        (act,) = open_many("request", [Draft(details=details, opener=by.person)], by=SYSTEM, at=at)
        desk = here.stranger if place == "poplar" else here.desk
        perform(act.matter.pk, Accept(), by=desk, at=at + timedelta(hours=1))
        act.matter.refresh_from_db()
        return act.matter

    return file


@pytest.fixture
def said(say_it):
    """A dozen requests about other things, so that common words are known to be common."""
    return [say_it(text, share=False) for text in OTHERS]
