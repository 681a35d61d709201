"""Copies are found however they were varied, and what merely is about the same is no copy."""

from __future__ import annotations

import random

import pytest

from linli.domains.insight.wording import same_wording
from linli.kernel.text import grams

LETTER = "我们是柳荫小区的业主，强烈反对在小区北门修建垃圾转运站，要求街道公开选址依据并召开听证会。"
OTHER = "小区北门要建垃圾转运站，味道会很大，家里有小孩和老人，能不能换个地方，请社区帮忙反映一下。"


def groups(texts, percent=80, least=20):
    said = {number: frozenset(grams(text)) for number, text in enumerate(texts)}
    return same_wording(said, percent=percent, least=least)


def test_copies_with_a_word_changed_are_one_wording_and_the_same_matter_in_other_words_is_not():
    texts = [LETTER, OTHER, LETTER.replace("强烈", "坚决"), f"您好！{LETTER}谢谢", LETTER]
    assert groups(texts) == [[0, 2, 3, 4]]


def test_short_messages_are_alike_by_chance_and_never_copies():
    assert groups(["电梯坏了", "电梯坏了", "电梯坏了"]) == []


@pytest.mark.parametrize("seed", range(6), ids=[f"seed {each}" for each in range(6)])
def test_none_is_missed_that_comparing_every_pair_would_find(seed):
    dice = random.Random(seed)
    signs = [chr(0x4E00 + number) for number in range(40)]
    bases = [[dice.choice(signs) for _ in range(dice.randint(25, 60))] for _ in range(6)]
    texts = []
    for _ in range(40):
        text = list(dice.choice(bases))
        for _ in range(dice.randint(0, 8)):
            text[dice.randrange(len(text))] = dice.choice(signs)
        texts.append("".join(text))
    said = {number: frozenset(grams(text)) for number, text in enumerate(texts)}
    assert same_wording(said, percent=80, least=20) == by_every_pair(said)


def by_every_pair(said):
    found = {}
    for key, own in said.items():
        if len(own) < 20:
            continue
        first = next((one for one in found if len(own & said[one]) >= 0.8 * len(own | said[one])), key)
        found.setdefault(first, []).append(key)
    return [group for group in found.values() if len(group) > 1]
