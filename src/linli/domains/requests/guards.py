"""Conditions of a request's transitions, each with the sentence that refuses."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from linli.domains.matters.clocks import deadline_by_rule
from linli.domains.matters.models import Matter
from linli.domains.requests.categories import known_categories
from linli.domains.requests.states import EXCLUSION_ASKED
from linli.domains.requests.whistle_states import EXPECTED, WHISTLE_ASKED
from linli.kernel.lifecycle import Guard
from linli.kernel.rules import rulebook
from linli.kernel.words import Words, say
from linli.kernel.workdays import allowance_of


def _category_exists(matter: Matter, details: Any, at: datetime) -> Words | None:
    if details.category is None or details.category in known_categories():
        return None
    return say("There is no such category. Choose one from the list.", "没有这个类别，请从列表里选。")


def _both_asked(matter: Matter, details: Any, at: datetime) -> Words | None:
    if details.contacted and (details.solved is None or details.satisfied is None):
        return say(
            "You reached the resident: record both whether it is solved and whether they are satisfied.",
            "已联系上居民，请把“是否解决”和“是否满意”都记下来。",
        )
    if not details.contacted and (details.solved is not None or details.satisfied is not None):
        return say(
            "The resident was not reached, so nothing can be said for them. Leave both answers empty.",
            "没有联系上居民，不能替居民作答，请把后两项留空。",
        )
    return None


def _window_open(matter: Matter, details: Any, at: datetime) -> Words | None:
    until = deadline_by_rule("requests.reopen_window", since=matter.closed_at or at).at
    if at <= until:
        return None
    return say(
        "The time to reopen this one has passed. Report it anew and mention its number.",
        "已过重办期限。请重新上报，并写上原来的编号。",
    )


def _leads(matter: Matter, details: Any, at: datetime) -> Words | None:
    if matter.facts["lead"]:
        return None
    return say("Only the unit that answers can ask for this. Ask them.", "只有主办单位可以申请，请与主办单位联系。")


def _extendable(matter: Matter, details: Any, at: datetime) -> Words | None:
    if matter.facts.get("extended"):
        return say(
            "It was given more time once already. Answer with what is done and what is not.",
            "已经延期过一次。请就已办和未办的情况先作答复。",
        )
    if matter.facts["urgency"] not in rulebook().family("requests.extension", on=localdate(at)):
        return say("What is this urgent is given no more time.", "这类紧急诉求不能延期。")
    return None


def _reviewed_in_time(matter: Matter, details: Any, at: datetime) -> Words | None:
    return _within("requests.suspension", details.review_on, at)


def _planned_in_time(matter: Matter, details: Any, at: datetime) -> Words | None:
    if details.plan_on > localdate(at) + timedelta(days=1):
        return _within("requests.plan", details.plan_on, at)
    return say(
        "Choose a day after tomorrow. What can begin sooner needs no plan: go on with it.",
        "请选明天之后的日期。更早能开始的不用列入计划，直接办理。",
    )


def _heard_of_in_time(matter: Matter, details: Any, at: datetime) -> Words | None:
    return _within("requests.external", details.ask_on, at)


def _within(rule: str, day: date, at: datetime) -> Words | None:
    today = localdate(at)
    most = allowance_of(rulebook().rule(rule, on=today).value)
    if today < day <= today + timedelta(days=most.amount):
        return None
    return say(
        "Choose a day after today, within {most}.",
        "日期要在今天之后、{most}之内，请重新选择。",
        most=most.words,
    )


def _objection_open(matter: Matter, details: Any, at: datetime) -> Words | None:
    if at <= deadline_by_rule("requests.objection_window", since=matter.closed_at or at).at:
        return None
    return say(
        "The time to object has passed. Report it anew and say what is different.",
        "已过提异议的期限。请重新上报，并写明有什么不同。",
    )


def _not_objected_yet(matter: Matter, details: Any, at: datetime) -> Words | None:
    if not matter.facts.get("objected"):
        return None
    return say(
        "You objected once and it was decided. The page names where else to turn.",
        "已提过一次异议并有结论，其他途径写在页面上。",
    )


def _not_left_out(matter: Matter, details: Any, at: datetime) -> Words | None:
    match matter.facts.get("exclusion"):
        case None:
            return None
        case EXCLUSION_ASKED.code:
            return say("This was asked already and waits for its decision.", "已申请剔除，正在等待审批。")
        case _:
            return say("It is left out of the figures already.", "这件已经剔除。")


def _not_whistled_for(matter: Matter, details: Any, at: datetime) -> Words | None:
    match matter.facts.get("whistle"):
        case None:
            return None
        case WHISTLE_ASKED.code:
            return say("This was asked already and waits for its decision.", "已申请吹哨，正在等待街道决定。")
        case _:
            return say(
                "Departments are called already. Whoever whistled can call more.",
                "已经吹哨。需要其他部门时，请街道追加。",
            )


def _nobody_called(matter: Matter, details: Any, at: datetime) -> Words | None:
    if "whistle" not in matter.facts:
        return None
    return say(
        "Departments were called for this one, or are about to be. Merge the other into it instead.",
        "这一件已申请或已经吹哨。请反过来，把另一件并入这一件。",
    )


def _shares_done(matter: Matter, details: Any, at: datetime) -> Words | None:
    if not matter.facts.get("lead", True):
        return None
    whole, states = matter.parent_id or matter.pk, [state.code for state in EXPECTED]
    if not Matter.objects.filter(parent=whole, kind="report_in", state__in=states).exists():
        return None
    return say(
        "A department that was called has not done its share yet. Wait for it, or have the subdistrict let it go.",
        "被吹哨的部门还没办完自己的一份。请等部门办完，或请街道撤回吹哨后再答复。",
    )


def _reporter_known(matter: Matter, details: Any, at: datetime) -> Words | None:
    if matter.opener_id is not None:
        return None
    return say("Whoever reported this is not known, so nobody can be asked.", "诉求人不详，无法征求调解意愿。")


def _not_in_mediation(matter: Matter, details: Any, at: datetime) -> Words | None:
    if "mediation" not in matter.facts:
        return None
    return say("It is with the mediators already.", "已经转给调解员了。")


known_category = Guard(say("the category exists", "类别存在"), _category_exists)
solved_and_satisfied_are_asked = Guard(
    say("once reached, solved and satisfied are both recorded", "联系上后，是否解决与是否满意都要记录"), _both_asked
)
within_reopening_window = Guard(say("within the reopening window", "在重办期限内"), _window_open, before_asking=True)
leads = Guard(say("by the unit that answers", "由主办单位提出"), _leads, before_asking=True)
extendable = Guard(say("given more time only once", "只能延期一次"), _extendable, before_asking=True)
reviewed_in_time = Guard(say("looked at again within the rule's time", "在规定期限内复核"), _reviewed_in_time)
planned_in_time = Guard(say("planned within the rule's time", "计划日期在规定期限内"), _planned_in_time)
heard_of_in_time = Guard(say("asked there again within the rule's time", "在规定期限内催问"), _heard_of_in_time)
within_objection_window = Guard(say("within the time to object", "在异议期限内"), _objection_open, before_asking=True)
not_objected_yet = Guard(say("objected to only once", "只能提一次异议"), _not_objected_yet, before_asking=True)
not_left_out = Guard(say("not asked nor left out yet", "尚未申请或剔除"), _not_left_out, before_asking=True)
not_whistled_for = Guard(say("nobody called yet", "尚未申请吹哨"), _not_whistled_for, before_asking=True)
nobody_called = Guard(say("nobody called for it", "没有吹哨"), _nobody_called, before_asking=True)
shares_done = Guard(
    say("all who were called did their share", "被吹哨的部门都已办完"), _shares_done, before_asking=True
)
reporter_known = Guard(say("the reporter is known", "诉求人明确"), _reporter_known, before_asking=True)
not_in_mediation = Guard(say("not in mediation yet", "尚未转调解"), _not_in_mediation, before_asking=True)
