"""Conditions of hiding from neighbours, of showing again and of the appeal, each with the sentence that refuses."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from linli.domains.matters.clocks import deadline_by_rule
from linli.domains.matters.hiding import hidden_of
from linli.domains.matters.models import Matter
from linli.domains.requests.hiding_states import APPEALED
from linli.domains.requests.vocabulary import HidingGround
from linli.kernel.lifecycle import Guard
from linli.kernel.words import Words, say


def _shared(matter: Matter, details: Any, at: datetime) -> Words | None:
    if matter.published_at is not None:
        return None
    return say("Neighbours do not see this one. There is nothing to hide.", "这一件没有向邻居公开，不用隐藏。")


def _not_hidden_now(matter: Matter, details: Any, at: datetime) -> Words | None:
    if hidden_of(matter) is None:
        return None
    return say(
        "It is hidden already. To hide more or less of it, show it again first.",
        "已经隐藏。要改变隐藏范围，请先恢复显示。",
    )


def _hidden_now(matter: Matter, details: Any, at: datetime) -> Words | None:
    if hidden_of(matter) is not None:
        return None
    return say("Neighbours see all of it already.", "邻居已经能看到全部内容。")


def _no_appeal_waits(matter: Matter, details: Any, at: datetime) -> Words | None:
    if matter.facts.get("hiding_appeal") != APPEALED.code:
        return None
    return say(
        "Whoever wrote it appealed. Somebody else than who hid it decides now.",
        "发布人已申诉，由隐藏人以外的人决定是否恢复。",
    )


def _not_appealed_yet(matter: Matter, details: Any, at: datetime) -> Words | None:
    match matter.facts.get("hiding_appeal"):
        case None:
            return None
        case APPEALED.code:
            return say("Your appeal was received and waits for its decision.", "已收到你的申诉，正在审查。")
        case _:
            return say(
                "You appealed once and it was decided. Why is written in the steps above.",
                "已申诉过一次并有结论，理由写在办理经过里。",
            )


def _appeal_open(matter: Matter, details: Any, at: datetime) -> Words | None:
    hidden = hidden_of(matter)
    if hidden is None or at <= deadline_by_rule("requests.hiding_appeal", since=hidden.since).at:
        return None
    return say(
        "The time to appeal has passed. Leave a message to ask the community to show it again.",
        "已过申诉期限。可以留言，请社区恢复显示。",
    )


def _not_restored(matter: Matter, details: Any, at: datetime) -> Words | None:
    if details.ground not in matter.facts.get("restored_on", ()):
        return None
    return say(
        "It was hidden on this ground before, and shown again on appeal. Leave it, or name another ground.",
        "曾以同一理由隐藏，申诉后已恢复，不能再以这个理由隐藏。",
    )


def _law_named(matter: Matter, details: Any, at: datetime) -> Words | None:
    if details.law or details.ground != HidingGround.AGAINST_LAW:
        return None
    return say("Say which law forbids it, and which article.", "请写明违反哪部法律、哪一条。")


def _heeded_by_hiding(matter: Matter, details: Any, at: datetime) -> Words | None:
    if not details.heeded or hidden_of(Matter.objects.get(pk=matter.facts["flagged"])) is not None:
        return None
    return say(
        "It is not hidden. Hide it on its own page first, or leave it as it is and say why.",
        "它还没有隐藏。请先到它的页面隐藏，或者不采纳并说明理由。",
    )


shared_with_neighbours = Guard(say("neighbours see it", "已向邻居公开"), _shared, before_asking=True)
not_hidden_now = Guard(say("not hidden yet", "尚未隐藏"), _not_hidden_now, before_asking=True)
hidden_now = Guard(say("hidden from neighbours", "已对邻居隐藏"), _hidden_now, before_asking=True, quiet=True)
no_appeal_waits = Guard(say("no appeal waits", "没有待审查的申诉"), _no_appeal_waits, before_asking=True)
not_appealed_yet = Guard(say("appealed only once", "只能申诉一次"), _not_appealed_yet, before_asking=True)
within_appeal_window = Guard(say("within the time to appeal", "在申诉期限内"), _appeal_open, before_asking=True)
not_restored_on_this_ground = Guard(
    say("not shown again on appeal on this ground", "未因申诉以同一理由恢复过"), _not_restored
)
law_is_named = Guard(say("the law is named, where the law forbids it", "理由为违法时写明法条"), _law_named)
heeded_by_hiding = Guard(say("hidden, where the flag is heeded", "采纳的已经隐藏"), _heeded_by_hiding)
