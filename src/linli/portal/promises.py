"""What a clock promises the resident, in a sentence."""

from __future__ import annotations

from linli.design.shapes import Clock
from linli.domains.matters.queries import ClockView
from linli.kernel.words import Words, say

PROMISED: dict[str, tuple[Words, Words, Words]] = {
    "first_contact": (
        say("The desk reads it and contacts you by {due}", "{due} 前受理并联系你"),
        say("You should have been contacted by {due}", "本应 {due} 前联系你"),
        say("Contacted you", "联系你"),
    ),
    "dispatch": (
        say("A unit has it by {due}", "{due} 前派给承办单位"),
        say("A unit should have had it by {due}", "本应 {due} 前派给承办单位"),
        say("Gave it to a unit", "派给承办单位"),
    ),
    "answer": (
        say("You have an answer by {due}", "{due} 前答复你"),
        say("You should have had an answer by {due}", "本应 {due} 前答复你"),
        say("Answered you", "答复你"),
    ),
    "verify": (
        say("Someone checks the result by {due}", "{due} 前核查结果"),
        say("The result should have been checked by {due}", "本应 {due} 前核查结果"),
        say("Checked the result", "核查结果"),
    ),
    "call_back": (
        say("We ask you how it went by {due}", "{due} 前回访你"),
        say("We should have asked you by {due}", "本应 {due} 前回访你"),
        say("Asked you", "回访你"),
    ),
    "external": (
        say("We ask there again by {due}", "{due} 前再去催问"),
        say("We should have asked there again by {due}", "本应 {due} 前再去催问"),
        say("Asked there", "催问对方"),
    ),
    "city_sign_for": (
        say("By the city hotline's order the desk takes it on by {due}", "按市民热线要求，{due} 前签收"),
        say("By the city hotline's order it should have been taken on by {due}", "按市民热线要求，本应 {due} 前签收"),
        say("Took it on from the city hotline", "签收市民热线来件"),
    ),
    "city_answer": (
        say("By the city hotline's order you have an answer by {due}", "按市民热线要求，{due} 前答复你"),
        say(
            "By the city hotline's order you should have had an answer by {due}", "按市民热线要求，本应 {due} 前答复你"
        ),
        say("Answered you as the city hotline ordered", "按市民热线要求答复你"),
    ),
    "decide_objection": (
        say("Your objection is decided by {due}", "{due} 前审查你的异议"),
        say("Your objection should have been decided by {due}", "本应 {due} 前审查你的异议"),
        say("Decided on your objection", "审查异议"),
    ),
    "answer_flag": (
        say("The community answers you by {due}", "{due} 前答复你"),
        say("The community should have answered you by {due}", "本应 {due} 前答复你"),
        say("Answered you", "答复你"),
    ),
    "planned": (
        say("It waits on plan until {due}, then it is worked on", "列入计划，等到 {due}，之后开始办"),
        say("The wait ended {due}", "计划的等待 {due} 结束"),
        say("Waited on plan", "按计划等待"),
    ),
    "consent": (
        say("Say by {due} whether you want mediation", "请在 {due} 前答复是否同意调解"),
        say("You were asked to answer by {due}; you still can", "原请你 {due} 前答复，现在仍可答复"),
        say("You were asked", "征求你的意见"),
    ),
    "confirmation": (
        say("Until {due} both may together ask the court to confirm it", "{due} 前双方可共同向法院申请司法确认"),
        say("The time to ask the court together ended {due}", "共同申请司法确认的期限已于 {due} 届满"),
        say("Asking the court to confirm it", "申请司法确认"),
    ),
    "review": (
        say("We look again whether it can be done by {due}", "{due} 前复核能不能办"),
        say("It should have been looked at again by {due}", "本应 {due} 前复核"),
        say("Looked again whether it can be done", "复核能不能办"),
    ),
}
"""Clock → what it says while it runs, when it is late, and what it was for once it stopped."""

OTHER = (say("Next step by {due}", "{due} 前有下一步"), say("Was due {due}", "{due} 已到期"), say("A step", "一个步骤"))


def promise(view: ClockView) -> Clock:
    """The clock as a resident reads it; why it is then stands behind."""
    runs, late, _ = PROMISED.get(view.name, OTHER)
    if view.paused:
        return Clock(words=say("The clock stands still", "暂停计时"), left=view.left, tone="wait", why=view.explanation)
    if view.late:
        return Clock(words=late.fill(due=view.due), left=view.left, tone="late", at=view.due_at, why=view.explanation)
    return Clock(words=runs.fill(due=view.due), left=view.left, at=view.due_at, why=view.explanation)


def kept(view: ClockView) -> Clock:
    """A clock that has stopped: what it was for, and whether that was done in time."""
    *_, words = PROMISED.get(view.name, OTHER)
    return Clock(words=words, tone="late" if view.late else "done", why=view.explanation)
