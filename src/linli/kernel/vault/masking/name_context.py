"""The words that stand beside names: what announces one, what follows one, and what shows it is a place."""

from __future__ import annotations

from pathlib import Path

_LEXICON = Path(__file__).parent / "lexicon"


def _words(name: str) -> frozenset[str]:
    lines = (_LEXICON / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


ANNOUNCING = _words("announcing")
TITLES = _words("titles")
FOLLOWING = _words("following")
DOING = _words("doing")
PLACES_AFTER = _words("places")
EVERYDAY = _words("everyday")

SEPARATORS = frozenset("、丶,和与及跟/; ")
VERBS = frozenset(
    "说称表带叫打把利担作将向对被给从以则也又却已曾正没不未于在是为任"
    "的之等夫(跑卷要骗收拿系即先承找请签欠借拒强私违非擅"
)
BEFORE = frozenset("由找向给让被经将把告请与和跟对系即是为(“\"'")
STOPS = frozenset(",丶。;:!?、()》】”\n ")
PLACE = frozenset(
    "路街巷镇村乡区县市湖河江桥园苑城府湾岭坪塘冲坡港站庄寨洲岛庙寺观"
    "厂店院校里弄屯垸坝铺渡口垅嘴坳组队段井线山矿居庭郡墅居"
)
PLACE_ALWAYS = frozenset("路街镇村湖桥苑府湾岭坪塘")
OF_PLACE = frozenset("市区县镇乡路街省湖山")
KIN = frozenset("父母爸妈哥姐弟妹妻夫儿女舅姑叔婶嫂媳")
NOT_GIVEN = frozenset("某氏姓总")
FILLERS = ":：(（“\"' 是为叫 "
