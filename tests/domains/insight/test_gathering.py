"""Messages about one matter are gathered; the same complaint at another place stays apart."""

from __future__ import annotations

from tests.neighbourhood import MONDAY

from linli.domains.insight.gathering import about_one_matter
from linli.domains.requests.likeness.commonness import Commonness
from linli.domains.requests.likeness.said import Said

TEXTS = {
    "a": "柳荫小区三号楼二单元的电梯停在五楼两天了没人修",
    "b": "三号楼二单元电梯停在五楼，已经两天，请柳荫小区物业来修",
    "c": "白杨路口的红绿灯晚上不亮，过马路很危险",
    "d": "幼儿园什么时候开始报名，需要带哪些材料",
    "e": "白杨路口红绿灯晚上不亮了，过马路危险，请修",
    "f": "",
}


def test_those_about_one_matter_stand_together_in_the_order_they_came():
    said = {key: Said.of(text, at=MONDAY) for key, text in TEXTS.items()}
    known = Commonness.of(words.whole for words in said.values())
    assert about_one_matter(said, known) == [["a", "b"], ["c", "e"]]
