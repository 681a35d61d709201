"""Conditions of a notice's acts, each with the sentence that refuses."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from linli.domains.matters.models import Matter
from linli.domains.notices.checking import Mark, says_too_much
from linli.domains.notices.models import Notice
from linli.domains.notices.vocabulary import DISCLOSURES, Decision, NoticeType
from linli.kernel.lifecycle import Guard
from linli.kernel.words import Words, say

FARTHEST = timedelta(days=366)
"""Nobody schedules further ahead; what seems to is a slip of the pen."""
PERIOD = re.compile(r"20\d\d(Q[1-4]|-(0[1-9]|1[0-2]))")


def _rebuts(matter: Matter, details: Any, at: datetime) -> Words | None:
    rebuttal = matter.facts["type"] == NoticeType.REBUTTAL
    given = [bool(details.claim), bool(details.verifier), bool(details.evidence)]
    if rebuttal and not all(given):
        return say(
            "A rebuttal says what is claimed, who verified it and on what evidence. Fill in all three.",
            "辟谣要写明传言内容、核实单位和依据，请三项都填。",
        )
    if not rebuttal and any(given):
        return say(
            "Claim, verifier and evidence belong to a rebuttal. Leave them out here.",
            "传言、核实单位、依据只用于辟谣，这里请不要填。",
        )
    return None


def _period(matter: Matter, details: Any, at: datetime) -> Words | None:
    disclosure = matter.facts["type"] in DISCLOSURES
    if disclosure and not PERIOD.fullmatch(details.period):
        return say(
            "Say which quarter or month is disclosed: 2026Q3, or 2026-09.",
            "请写明公开的是哪个季度或月份，如 2026Q3、2026-09。",
        )
    if not disclosure and details.period:
        return say("Only disclosures have a period. Leave it out here.", "只有三务公开要填所属时期，这里请不要填。")
    return None


def _ahead(matter: Matter, details: Any, at: datetime) -> Words | None:
    if details.publish_at and not at < details.publish_at < at + FARTHEST:
        return say(
            "Choose a time within a year to come, or leave it out to publish once it is approved.",
            "定时发布要选将来一年内的时间；不填则审核通过后立即发布。",
        )
    if details.until and details.until <= localdate(details.publish_at or at):
        return say(
            "The last day lies before it is published. Choose a later one.", "截止日期早于发布日期，请选更晚的一天。"
        )
    return None


def _ticked(matter: Matter, details: Any, at: datetime) -> Words | None:
    if details.facts and details.secrecy and details.personal:
        return None
    return say(
        "Check facts, secrecy and personal data, and tick each; or send it back.",
        "事实、保密、个人信息三项都要核对并勾选；不合格请退回修改。",
    )


def _decided(matter: Matter, details: Any, at: datetime) -> Words | None:
    marks = {Mark.read(kept).key for kept in Notice.objects.values_list("marks", flat=True).get(pk=matter.pk)}
    pairs = [each.rpartition("=") for each in details.decisions]
    given = {key: decision for key, _, decision in pairs}
    sound = set(given.values()) <= set(Decision.codes()) and given.keys() <= marks and len(given) == len(pairs)
    missing = len(marks - given.keys())
    if sound and not missing:
        return None
    if missing:
        return say(
            "{n} marked passages are not decided. Cover each, or say why it may be read.",
            "还有 {n} 处标记没有处理，请逐处选择遮盖或说明保留的理由。",
            n=missing,
        )
    return say("Decide each marked passage once, from the list.", "每处标记只选一种处理方式，请从列表里选。")


def _filled(matter: Matter, details: Any, at: datetime) -> Words | None:
    if not matter.facts.get("blanks"):
        return None
    return say(
        "A blank is still open (____). Fill it in or take it out first.", "还有没填的空（____），请先填好或删去。"
    )


def _is_emergency(matter: Matter, details: Any, at: datetime) -> Words | None:
    if matter.facts["type"] == NoticeType.EMERGENCY:
        return None
    return say(
        "Only emergency notices go out before review. Submit it for review.", "只有紧急通知可先发后审，请提交审核。"
    )


def _names_nobody(matter: Matter, details: Any, at: datetime) -> Words | None:
    if not says_too_much(details.reason):
        return None
    return say(
        "All can read this reason, and it seems to name somebody. Leave names, numbers and addresses out.",
        "这条理由会公开，其中似有个人信息，请去掉姓名、号码和门牌。",
    )


def _answers_nobody_away(matter: Matter, details: Any, at: datetime) -> Words | None:
    if not (details.show and matter.facts.get("share")) or not says_too_much(details.answer):
        return None
    return say(
        "All can read this answer, and it seems to name somebody. Leave names, numbers and addresses out, or do not"
        " show it.",
        "这条答复会公开，其中似有个人信息。请去掉姓名、号码和门牌，或选择不公开。",
    )


def _still_ahead(matter: Matter, details: Any, at: datetime) -> Words | None:
    publish_at = Notice.objects.values_list("publish_at", flat=True).get(pk=matter.pk)
    if publish_at is None or publish_at > at:
        return None
    return say(
        "The time it should have come out has passed. Revise the draft and choose another, or none.",
        "定时发布的时间已过，请退回修改，重选时间或不填。",
    )


rebuttal_whole = Guard(say("a rebuttal with claim, verifier and evidence", "辟谣三要素齐全"), _rebuts)
period_given = Guard(say("a disclosure with its period", "公开事项写明所属时期"), _period)
times_ahead = Guard(say("times to come", "时间在将来"), _ahead)
three_ticks = Guard(say("facts, secrecy and personal data checked", "三项审核完成"), _ticked)
every_mark_decided = Guard(say("every mark decided", "标记逐处处理"), _decided)
no_blanks = Guard(say("no blank left open", "没有没填的空"), _filled, before_asking=True)
is_emergency = Guard(say("in an emergency alone", "限紧急通知"), _is_emergency, before_asking=True, quiet=True)
names_nobody = Guard(say("a reason that names nobody", "理由不含个人信息"), _names_nobody)
still_ahead = Guard(say("before its time has passed", "定时未过"), _still_ahead)
answer_names_nobody = Guard(say("a public answer that names nobody", "公开的答复不含个人信息"), _answers_nobody_away)
