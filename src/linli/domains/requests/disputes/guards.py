"""Conditions of a dispute's acts, each with the sentence that refuses."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from linli.domains.matters.clocks import deadline_by_rule
from linli.domains.matters.models import Matter
from linli.domains.requests.disputes.vocabulary import About
from linli.kernel.lifecycle import Guard
from linli.kernel.rules import rulebook
from linli.kernel.words import Words, say
from linli.kernel.workdays import allowance_of


def _one_other(matter: Matter, details: Any, at: datetime) -> Words | None:
    if bool(details.name) != bool(details.unit):
        return None
    return say(
        "Name the other party: either a person by name, or a unit from the list.",
        "请写明对方当事人：填个人姓名，或从列表里选单位，只选一种。",
    )


def _was_read(matter: Matter, details: Any, at: datetime) -> Words | None:
    if details.read:
        return None
    return say("Read the notice of rights first and tick that you have.", "请先看权利义务告知，并勾选已阅读。")


def _was_promised(matter: Matter, details: Any, at: datetime) -> Words | None:
    if details.agreed:
        return None
    return say("Tick that you want to keep it, or refuse to sign.", "愿意履行请勾选；不愿意请选“不签”。")


def _on_screen(matter: Matter, details: Any, at: datetime) -> Words | None:
    if matter.facts["about"] != About.FAMILY:
        return None
    return say(
        "Agreements on marriage, family or inheritance are signed on paper (Electronic Signature Law, Art. 3)."
        " Ask the mediator for the sheet.",
        "涉及婚姻、收养、继承等人身关系的协议要在纸上签（《电子签名法》第三条），请找调解员。",
    )


def _happened(matter: Matter, details: Any, at: datetime) -> Words | None:
    if localdate(matter.opened_at) <= details.held_on <= localdate(at):
        return None
    return say("Choose the day on which it was held.", "请填实际进行的日期，不早于申请、不晚于今天。")


def _is_ahead(matter: Matter, details: Any, at: datetime) -> Words | None:
    today = localdate(at)
    most = allowance_of(rulebook().rule("disputes.session", on=today).value)
    if today < details.session_on <= today + timedelta(days=most.amount):
        return None
    return say(
        "Choose a day after today, within {most}. What was held already is recorded as a session.",
        "日期要在今天之后、{most}之内；已经调解过的，请用“记录一次调解”。",
        most=most.words,
    )


def _lies_ahead(matter: Matter, details: Any, at: datetime) -> Words | None:
    if details.due > localdate(at):
        return None
    return say("Choose a day after today.", "履行期限要在今天之后。")


def _both_signed(matter: Matter, details: Any, at: datetime) -> Words | None:
    if matter.facts.get("signed", 0) == matter.facts.get("parties"):
        return None
    return say("Both parties sign first; then the mediator does.", "先由双方签字，调解员最后签。")


def _nothing_open(matter: Matter, details: Any, at: datetime) -> Words | None:
    if matter.facts.get("missed"):
        return None
    return say(
        "No promise is recorded as not kept. Record that first, at the promise.",
        "没有逾期未履行的事项，请先在该事项上登记。",
    )


def _both_want_more(matter: Matter, details: Any, at: datetime) -> Words | None:
    if not details.both_agree:
        return say("More time needs both parties. Ask them first.", "延长期限要双方都同意，请先征求意见。")
    return None


def _not_extended(matter: Matter, details: Any, at: datetime) -> Words | None:
    if matter.facts.get("extended"):
        return say(
            "It was given more time once. Reach an agreement or end it.", "已经延长过一次，请达成协议或终止调解。"
        )
    return None


def _in_time_for_court(matter: Matter, details: Any, at: datetime) -> Words | None:
    since = datetime.fromisoformat(matter.facts["in_effect_at"])
    if at <= deadline_by_rule("disputes.confirmation", since=since).at:
        return None
    return say(
        "The 30 days for asking the court together have passed. If it is not kept, you can go to court.",
        "共同申请司法确认的30日已过。对方不履行的，可以向法院起诉。",
    )


def _not_wanted_yet(matter: Matter, details: Any, at: datetime) -> Words | None:
    if matter.facts.get("wants_confirmation"):
        return say("You said so already; the other party must too.", "你已经申请过，还需要对方也申请。")
    return None


def _both_want_court(matter: Matter, details: Any, at: datetime) -> Words | None:
    if matter.facts.get("want_confirmation", 0) == matter.facts.get("parties"):
        return None
    return say("Both parties must ask for it together.", "司法确认要双方共同申请。")


def _at_court(matter: Matter, details: Any, at: datetime) -> Words | None:
    if matter.facts.get("confirmation") == "filed":
        return None
    return say("Nothing lies with the court. Record the joint application first.", "尚未向法院提交，请先登记共同申请。")


one_other_party = Guard(say("one other party, a person or a unit", "对方为个人或单位之一"), _one_other)
notice_read = Guard(say("the notice of rights was read", "已阅读权利义务告知"), _was_read)
promised = Guard(say("the party wants to keep it", "当事人愿意履行"), _was_promised)
signed_on_screen = Guard(say("what may be signed on screen", "可在线签署的协议"), _on_screen, before_asking=True)
already_held = Guard(say("on a day that has been", "日期已到"), _happened)
session_ahead = Guard(say("on a day soon to come", "约在近期"), _is_ahead)
due_later = Guard(say("due on a day to come", "期限在今天之后"), _lies_ahead)
both_signed = Guard(say("after both parties", "双方已签字"), _both_signed, before_asking=True)
promise_missed = Guard(say("a promise was not kept", "有未履行事项"), _nothing_open, before_asking=True)
both_want_more_time = Guard(say("with both parties' consent", "经双方同意"), _both_want_more)
extended_once = Guard(say("only once", "只能一次"), _not_extended, before_asking=True)
in_time_for_court = Guard(
    say("within 30 days of taking effect", "生效后30日内"), _in_time_for_court, before_asking=True
)
not_wanted_yet = Guard(say("asked for only once", "尚未申请"), _not_wanted_yet, before_asking=True)
both_want_court = Guard(say("by both parties together", "双方共同申请"), _both_want_court, before_asking=True)
at_court = Guard(say("filed with the court", "已提交法院"), _at_court, before_asking=True)
