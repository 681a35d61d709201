"""What the bench's residents write: real messages where they are at hand, made-up ones elsewhere."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from linli.kernel.words import say

MESSAGES = ("messages_votes.csv", "messages_unlabelled.csv", "messages_replies.csv")
MADE_UP = (
    "{place}的电梯最近总是停在半层，老人上下楼很不方便，打过物业电话，说在等配件，已经两个星期了。",
    "{place}楼下的路灯坏了三盏，晚上回家很黑，希望尽快修好。",
    "{place}旁边的工地半夜还在施工，噪声很大，孩子睡不好，请问能不能管一管？",
    "{place}的垃圾桶满了没人收，天热味道很重，居民意见很大。",
    "{place}停车位太少，消防通道经常被私家车占用，万一着火消防车进不来。",
    "{place}自来水压力不够，早晚高峰六楼几乎没有水，请供水部门看看。",
    "{place}暖气不热，室内只有十五度，报修三次没有结果。",
    "{place}有人在楼道里给电动车充电，担心起火，请社区来看看。",
    "请问{place}的公交站什么时候恢复？现在要走二十分钟才能坐上公交车。",
    "{place}物业费涨了却不公示收支，业主委员会也联系不上，请街道协调。",
)
PLACES = ("一号楼", "二号楼", "三号院", "东门", "西门", "小广场", "幼儿园", "菜市场", "河边步道", "地下车库")
ANSWER = "已派人到现场查看，问题属实，已安排处理，预计三个工作日内完成，完成后由社区回访。"
MADE_UP_SAID = say(
    "Measured on made-up words: set LINLI_DATA to a folder that has requests-zh/messages_votes.csv for the real ones.",
    "本次用的是编造的留言；把 LINLI_DATA 设为含有 requests-zh/messages_votes.csv 的文件夹，就用真实留言。",
)
"""What whoever runs a bench is told where the real messages are not at hand."""


def folder() -> Path:
    """Where the real messages would be."""
    beside = Path(__file__).parents[4] / "shared" / "data"
    return Path(os.environ.get("LINLI_DATA", beside)) / "requests-zh"


def are_real() -> bool:
    """Whether the real messages are at hand."""
    return (folder() / MESSAGES[0]).exists()


@cache
def texts() -> tuple[str, ...]:
    """What residents write, each once."""
    if not are_real():
        return tuple(text.format(place=place) for text in MADE_UP for place in PLACES)
    found = chain.from_iterable(column(name, "留言详情") for name in MESSAGES)
    return tuple(dict.fromkeys(found))


def filed() -> Iterator[str]:
    """The messages of the first file alone, in its order; the made-up ones where there is none."""
    return column(MESSAGES[0], "留言详情") if are_real() else iter(texts())


@cache
def answers() -> tuple[str, ...]:
    """What units answer."""
    return tuple(column("messages_replies.csv", "答复意见")) if are_real() else (ANSWER,)


def column(name: str, title: str) -> Iterator[str]:
    """The non-empty cells of one column of a real file, trimmed, as long as a request may be."""
    with (folder() / name).open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if len(text := " ".join(row[title].split())) > 1:
                yield text[:4000]
