"""Beginnings of notices that are written again and again, with blanks (____) that must be filled before review."""

from __future__ import annotations

from dataclasses import dataclass

from linli.domains.notices.vocabulary import NoticeType
from linli.kernel.words import Words, say

BLANK = "____"


@dataclass(frozen=True)
class Template:
    """What such a notice is called in the office, and what it begins with."""

    code: str
    type: NoticeType
    name: Words
    title: str
    body: str
    claim: str = ""
    verifier: str = ""
    evidence: str = ""


TEMPLATES = (
    Template(
        "water_off",
        NoticeType.ORDINARY,
        say("Water or power off", "停水停电"),
        "停____通知",
        "因____，____月____日____时至____时停____，请提前做好准备。\n\n恢复时间如有变化，会在这里更正。",
    ),
    Template(
        "works",
        NoticeType.ORDINARY,
        say("Works in the neighbourhood", "施工告知"),
        "____施工告知",
        "____月____日至____月____日，每天____时至____时，在____进行____施工。\n\n施工单位：____。有问题请在本页提问。",
    ),
    Template(
        "meeting",
        NoticeType.ORDINARY,
        say("A meeting", "会议通知"),
        "____会议通知",
        "定于____月____日____时在____召开____会议。\n\n议题：____。\n\n不能到场的，可以在本页提出意见。",
    ),
    Template(
        "finance",
        NoticeType.FINANCE,
        say("Money of a quarter", "财务公开"),
        "____年第____季度财务公开",
        "一、期初结余____元。\n\n二、本季度收入____元，其中：____。\n\n三、本季度支出____元，其中：____。\n\n四、期末结余____元。",
    ),
    Template(
        "committee",
        NoticeType.COMMITTEE,
        say("The committee's quarter", "居务公开"),
        "____年第____季度居务公开",
        "一、本季度办理的主要事项：____。\n\n二、居民会议、居民代表会议的决定及落实：____。\n\n三、下季度打算：____。",
    ),
    Template(
        "party",
        NoticeType.PARTY,
        say("The party branch's quarter", "党务公开"),
        "____年第____季度党务公开",
        "一、主要工作：____。\n\n二、服务居民的项目及进展：____。\n\n三、党费收缴和使用：____。",
    ),
    Template(
        "rebuttal",
        NoticeType.REBUTTAL,
        say("A rumour rebutted", "辟谣"),
        "关于“____”的说明",
        "经核实，____。请以本页为准，转发时请带上本页链接。",
        claim="____",
        verifier="____",
        evidence="____",
    ),
    Template(
        "emergency",
        NoticeType.EMERGENCY,
        say("An emergency", "紧急通知"),
        "紧急通知：____",
        "____时____分起，____。请____。\n\n需要帮助请打____，危险时打110、119、120。",
    ),
)


def template_of(code: str) -> Template | None:
    """The template called so."""
    return next((each for each in TEMPLATES if each.code == code), None)
