"""Turns what the domains answer into what the components show: badges and clocks."""

from __future__ import annotations

from linli.design.shapes import Badge, Clock
from linli.design.shapes import Tone as Shown
from linli.domains.matters.kinds import kind_of
from linli.domains.matters.queries import ClockView
from linli.kernel.lifecycle import State, Tone
from linli.kernel.words import say

TONES: dict[Tone, Shown] = {Tone.WAIT: "wait", Tone.WORK: "work", Tone.DONE: "done", Tone.WRONG: "late"}
CLOCKS = {
    "first_contact": say("First contact", "首次联系"),
    "answer": say("Answer", "答复"),
    "dispatch": say("Dispatch", "派单"),
    "sign_for": say("Sign for", "签收"),
    "progress": say("First progress", "首次进展"),
    "verify": say("Check", "核查"),
    "call_back": say("Call-back", "回访"),
    "decide_bounce": say("Decide the return", "退单审批"),
    "decide_exclusion": say("Decide on leaving it out", "剔除审批"),
    "answer_flag": say("Answer the report", "答复举报"),
    "decide_hiding": say("Decide on the appeal", "隐藏申诉审查"),
    "decide_extension": say("Decide on more time", "延期审批"),
    "decide_suspension": say("Decide on setting aside", "挂账审批"),
    "decide_objection": say("Decide on the objection", "异议审查"),
    "external": say("Ask there again", "催问对方"),
    "city_sign_for": say("Sign for, by 12345", "12345 签收"),
    "city_answer": say("Answer, by 12345", "12345 办结"),
    "decide_whistle": say("Decide whether to whistle", "吹哨审批"),
    "report_in": say("Report in", "报到"),
    "judge_share": say("Judge the report-in", "评价报到"),
    "decide_plan": say("Decide on the plan", "列入计划审批"),
    "planned": say("Planned day", "计划办理日"),
    "review": say("Review", "挂账复核"),
    "accept": say("Take up the mediation", "调解受理"),
    "consent": say("Both parties' answer", "征求双方意见"),
    "session": say("Next session", "下次调解"),
    "mediation": say("Mediation", "调解期限"),
    "confirmation": say("Joint application to the court", "共同申请司法确认"),
    "promise": say("Promise", "履行期限"),
    "revisit": say("Revisit", "回访"),
    "answer_reply": say("Answer", "答复"),
    "review_notice": say("Review of the notice", "公告审核"),
    "review_after": say("Review afterwards", "补审"),
}
"""What staff call each clock; one without a name here is shown by its code."""


def state_of(kind: str, state: str) -> State:
    """The state behind a matter's code."""
    return kind_of(kind).life.by_code[state]


def badge_of(state: State) -> Badge:
    """A state in its official word."""
    return Badge(words=state.words, tone=TONES[state.tone])


def clock_of(view: ClockView) -> Clock:
    """A clock as lists show it: when, and how long is left."""
    if view.stopped_at is not None:
        words = say("missed", "超时完成") if view.late else say("met", "按时完成")
        return Clock(words=words, tone="late" if view.late else "done")
    if view.paused:
        return Clock(words=say("stopped", "已暂停"), left=view.left, tone="wait")
    words = say("was due {due}", "{due} 到期", due=view.due) if view.late else say("by {due}", "{due} 前", due=view.due)
    tone: Shown = "late" if view.late else "plain"
    return Clock(words=words, left=view.left, tone=tone, at=view.due_at)


def named_clock(view: ClockView) -> Clock:
    """A clock on its matter's page: which it is, what is left or how it ended, and the sentence that explains it."""
    shown = clock_of(view)
    ended = view.stopped_at is not None
    left = shown.words if ended else say("{stopped}, {left}", "{stopped}，{left}", stopped=shown.words, left=view.left)
    return Clock(
        words=CLOCKS.get(view.name, say(view.name, view.name)),
        left=left if ended or view.paused else view.left,
        tone=shown.tone,
        why=view.explanation,
    )
