"""What residents and units are told about requests, in words."""

from __future__ import annotations

from datetime import datetime

from django.utils.timezone import localtime

from linli.domains.delivery.templates import register_template
from linli.domains.people.absences.refusals import last_day
from linli.kernel.words import Words, say

LETTERS: dict[str, tuple[Words, bool]] = {
    "request.received": (
        say("We have your report {number}. The community reads it first.", "你报的事 {number} 已收到，社区会先看。"),
        True,
    ),
    "request.filed": (
        say("{number} is on the books and is being given to a unit.", "{number} 已立案，正在派给承办单位。"),
        False,
    ),
    "request.not_accepted": (
        say(
            "{number} is not ours to answer; the right door is on its page.",
            "{number} 不归这里办，该找谁写在它的页面上。",
        ),
        True,
    ),
    "request.dispatched": (say("{number} was sent to the unit that answers it.", "{number} 已派给承办单位。"), False),
    "request.signed": (
        say("{number} has been signed for; a named person answers.", "{number} 已签收，有专人负责。"),
        False,
    ),
    "request.info_requested": (
        say("{number} needs something from you; the clock waits.", "{number} 需要你补充一点情况，等你期间不计时。"),
        True,
    ),
    "request.extended": (
        say("{number} was given more time; the new date is on its page.", "{number} 已延期，新的期限写在它的页面上。"),
        True,
    ),
    "request.suspended": (
        say(
            "{number} cannot be done for now; why and when it is looked at again is on its page.",
            "{number} 暂时办不了，原因和下次复核的日期写在它的页面上。",
        ),
        True,
    ),
    "request.taken_up_again": (
        say("{number} is being worked on again.", "{number} 已恢复办理。"),
        True,
    ),
    "request.planned": (
        say(
            "{number} is on plan; from which day it is worked on is on its page.",
            "{number} 已列入计划，哪天开始办写在它的页面上。",
        ),
        True,
    ),
    "request.planned_begins": (
        say("{number}: what was planned begins.", "{number}：计划的事开始办了。"),
        True,
    ),
    "request.handed_over": (
        say(
            "{number} was handed over to a body outside; who it is, is on its page.",
            "{number} 已转外部单位办理，转给了谁写在它的页面上。",
        ),
        True,
    ),
    "request.dismissed": (
        say(
            "We found nothing in {number} that we can do; why, and how to object, is on its page.",
            "{number} 没有可以办理的内容，理由和提异议的办法写在它的页面上。",
        ),
        True,
    ),
    "request.objection_upheld": (
        say("The objection on {number} was upheld; it is read as any other.", "{number} 的异议成立，重新受理。"),
        True,
    ),
    "request.objection_rejected": (
        say(
            "{number} stays dismissed; why, and where else to turn, is on its page.",
            "{number} 的异议不成立，理由和其他途径写在它的页面上。",
        ),
        True,
    ),
    "request.whistled": (
        say(
            "Several departments were called together for {number}; which ones is on its page.",
            "{number} 需要多个部门一起办，街道已吹哨，请了哪些部门写在它的页面上。",
        ),
        True,
    ),
    "request.mediation_offered": (
        say(
            "{number}: the community offers mediation. You are asked before anything begins.",
            "{number} 建议转调解，开始之前会先征求你的意见。",
        ),
        True,
    ),
    "request.mediation_began": (
        say("{number} waits for its mediation; the clock stands still.", "{number} 正在调解，暂停计时。"),
        False,
    ),
    "request.mediation_ended": (
        say("{number}: its mediation has ended; answer the resident.", "{number} 的调解已结束，请继续办理并答复。"),
        False,
    ),
    "request.merged": (
        say(
            "{number} is worked on together with others about the same thing; the answer comes to you too.",
            "{number} 和反映同一件事的诉求一起办，答复同样会发给你。",
        ),
        False,
    ),
    "request.unmerged": (say("{number} goes on by itself.", "{number} 改为单独办理。"), False),
    "request.replied": (
        say(
            "{number} has an answer. Is it solved? Say so on its page.",
            "{number} 有答复了。解决没有？请到它的页面评价。",
        ),
        True,
    ),
    "request.hidden": (
        say(
            "{number}: neighbours no longer see all of it. Why, and how to appeal, is on its page; work goes on.",
            "{number} 的公开内容已对邻居隐藏，理由和申诉办法写在它的页面上；办理不受影响。",
        ),
        True,
    ),
    "request.stays_hidden": (
        say(
            "{number}: your appeal was decided. It stays hidden; why is on its page.",
            "{number} 的申诉已审查：维持隐藏，理由写在它的页面上。",
        ),
        True,
    ),
    "request.shown_again": (
        say("{number}: neighbours see it again.", "{number} 的公开内容已恢复，邻居又能看到了。"),
        True,
    ),
    "flag.closed": (
        say(
            "{number}: the community looked at what you reported; its page says what it did.",
            "{number}：你举报的内容社区已查看，结果写在它的页面上。",
        ),
        False,
    ),
    "request.called_back": (say("We recorded your call-back on {number}.", "{number} 的回访已记录。"), False),
    "request.city_spoke": (
        say("There is word from 12345 on {number}.", "12345 有来件：{number}，请查看。"),
        False,
    ),
    "request.commented": (say("There is a new message on {number}.", "{number} 有新留言。"), False),
    "request.replied_to_neighbours": (
        say("{number}, which you follow, has an answer.", "你关注的 {number} 有答复了。"),
        False,
    ),
    "request.supervised": (say("{number} is now under supervision.", "{number} 已列入督办。"), False),
    "assignment.sent": (say("{number} was sent to your unit: sign for it.", "{number} 已派到你单位，请签收。"), False),
    "assignment.resident_answered": (
        say("The resident answered on {number}; your clock runs on.", "居民已补充 {number}，请继续办理。"),
        False,
    ),
    "assignment.bounce_granted": (say("The return of {number} was agreed to.", "{number} 的退单已同意。"), False),
    "assignment.bounce_refused": (
        say("The return of {number} was refused; the clock runs on.", "{number} 的退单未获同意，继续计时。"),
        False,
    ),
    "whistle.blown": (say("{number}: the subdistrict whistled.", "{number}：街道已吹哨。"), False),
    "whistle.refused": (
        say("{number}: the subdistrict did not whistle; go on with it.", "{number}：街道未同意吹哨，请继续办理。"),
        False,
    ),
    "report_in.called": (say("{number}: your unit is called; report in.", "{number}：街道吹哨，请你单位报到。"), False),
    "report_in.judged": (
        say("{number}: your share was judged.", "{number}：你单位的报到已评价。"),
        False,
    ),
    "report_in.released": (say("{number}: your unit is needed no more.", "{number}：已撤回吹哨，无需再办。"), False),
    "exclusion.granted": (say("{number} is left out of the figures.", "{number} 的剔除申请已同意。"), False),
    "exclusion.refused": (say("{number} counts as any other.", "{number} 的剔除申请未获同意。"), False),
    "assignment.extension_granted": (say("{number} was given more time.", "{number} 的延期已同意。"), False),
    "assignment.extension_refused": (
        say("{number} was given no more time.", "{number} 的延期未获同意。"),
        False,
    ),
    "assignment.plan_granted": (
        say("{number} was put on plan; you stay its owner.", "{number} 已同意列入计划，仍由你单位负责。"),
        False,
    ),
    "assignment.plan_refused": (
        say("{number} was not put on plan; go on with it.", "{number} 未同意列入计划，请继续办理。"),
        False,
    ),
    "assignment.planned_day_came": (
        say("{number}: the planned day has come; go on with it.", "{number}：计划的日期到了，请开始办理。"),
        False,
    ),
    "assignment.suspension_granted": (
        say("{number} was set aside; you stay its owner.", "{number} 已同意挂账，仍由你单位负责。"),
        False,
    ),
    "absence.over": (say("The absence has ended.", "不在岗已结束。"), False),
    "hands.handed_to_you": (
        say("{number} was handed to you by whoever leads your unit.", "{number} 已由本单位负责人交接给你。"),
        False,
    ),
    "hands.handed_to_you_many": (
        say(
            "{n} matters were handed to you by whoever leads your unit; your worklist has them under “Mine”.",
            "本单位负责人把 {n} 件事项交接给你，见“待办”里“我名下的”。",
        ),
        False,
    ),
    "hands.left_open": (
        say(
            "{n} open cases are in the name of somebody who left the unit: hand them over, on the unit's page.",
            "有 {n} 件在办事项还在离岗人员名下，请到“本单位分工”交接。",
        ),
        False,
    ),
    "hands.handed_away": (
        say("{number} is in a colleague's name now.", "{number} 已交接给同事，不再由你负责。"),
        False,
    ),
    "hands.handed_away_many": (
        say("{n} matters are in a colleague's name now.", "{n} 件事项已交接给同事，不再由你负责。"),
        False,
    ),
    "assignment.suspension_refused": (
        say("{number} was not set aside; go on with it.", "{number} 的挂账未获同意，请继续办理。"),
        False,
    ),
}
"""Template → (words, whether it also goes out as a text message)."""

BY_SMS = say(
    "There is news on what you reported. Sign in to Linli to read it.", "您反映的事项有新进展，请登录邻里查看。"
)
"""One text without blanks: gateways approve texts beforehand, and many accounts allow values of six characters only."""

for _key, (_words, _by_sms) in LETTERS.items():
    register_template(_key, _words, subject=_words, sms=BY_SMS if _by_sms else None)

register_template(
    "request.changed_hands",
    say("{number}: another colleague of the same unit answers now.", "{number} 换由同单位的另一位同事负责。"),
)
"""In the inbox alone: the page names them, and nothing is asked of anybody."""

_NOTED = say("You are noted as away, {since} to {until}.", "已为你登记不在岗：{since}至{until}。")
_STANDS_IN = say(
    "You stand in for a colleague, {since} to {until}; who it is stands under “Away” beside the worklist.",
    "请你顶岗：{since}至{until}。替哪位同事，见“待办”里的“不在岗”。",
)


def _first_day(written: str) -> Words:
    local = localtime(datetime.fromisoformat(written))
    return Words(f"{local.day} {local:%B %Y}", f"{local.year}年{local.month}月{local.day}日")


def _last_day(written: str) -> Words:
    return last_day(datetime.fromisoformat(written))


_LEFT_SOON = say(
    "{n} open cases are in the name of somebody whose post ends after {day}: hand them over, on the unit's page.",
    "有 {n} 件在办事项的负责人任期至{day}，请到“本单位分工”提前交接。",
)
register_template("hands.left_soon", _LEFT_SOON, subject=_LEFT_SOON, shows={"day": _last_day})
register_template("absence.noted", _NOTED, subject=_NOTED, shows={"since": _first_day, "until": _last_day})
register_template("absence.stand_in", _STANDS_IN, subject=_STANDS_IN, shows={"since": _first_day, "until": _last_day})
