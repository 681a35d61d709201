"""Work that has its day (计划办理): asked with it, granted by the supervisor, told; then it is work again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from linli.domains.requests.guards import leads, planned_in_time
from linli.domains.requests.parts import assignee, supervisor, system
from linli.domains.requests.states import ON_PLAN, PLAN_ASKED, TAKEN, WORKING
from linli.domains.requests.vocabulary import PlanGround
from linli.kernel.lifecycle import Detail, FreeText, StaffText, Start, Stop, Tell, Tone, Transition
from linli.kernel.words import say

PLAN_ON = Detail(
    say("It will be worked on from", "计划哪天开始办"),
    hint=say(
        "The resident is told this day; on it, it is work again by itself.", "这个日期会告诉居民，到期自动恢复办理。"
    ),
)
TOLD_WHY = Detail(say("Why then, in words for the resident", "为什么到那时办（居民能看到）"), rows=3)


class AskToPlan(Transition):
    """It is on a plan and has its day there; the supervisor decides whether the resident must wait for it."""

    words = say("Ask to put it on plan", "申请列入计划")
    source = (TAKEN, WORKING)
    target = (PLAN_ASKED,)
    who = assignee
    guards = (leads, planned_in_time)
    clocks = (Stop("progress"), Start("decide_plan", "requests.decide_plan"))
    tone = Tone.WAIT
    duty = False

    ground: Annotated[PlanGround, Detail(say("Ground", "理由"))]
    plan_on: Annotated[date, PLAN_ON]
    evidence: Annotated[
        StaffText, Field(min_length=2), Detail(say("Which plan, decided by whom", "哪项计划、谁批的"), rows=3)
    ]


class GrantPlan(Transition):
    """The supervisor agrees: it stays open with its owner, and comes back to work on its day."""

    words = say("Agree to the plan", "同意列入计划")
    source = (PLAN_ASKED,)
    target = (ON_PLAN,)
    who = supervisor
    guards = (planned_in_time,)
    clocks = (Stop("decide_plan"), Start("planned", "requests.plan", until="last_day"))
    tells = (Tell("holder", "assignment.plan_granted"),)

    plan_on: Annotated[date, PLAN_ON]
    reason: Annotated[FreeText, Field(min_length=2), TOLD_WHY]

    @property
    def last_day(self) -> date:
        """The last day of waiting."""
        return self.plan_on - timedelta(days=1)


class RefusePlan(Transition):
    """The supervisor disagrees; the unit goes on now."""

    words = say("Refuse the plan", "不同意列入计划")
    source = (PLAN_ASKED,)
    target = (WORKING,)
    who = supervisor
    clocks = (Stop("decide_plan"),)
    tells = (Tell("holder", "assignment.plan_refused"),)
    tone = Tone.WRONG

    reason: Annotated[StaffText, Field(min_length=2), Detail(say("Reason", "意见"), rows=2)]


class StartPlanned(Transition):
    """It is worked on before its day."""

    words = say("Start before the day", "提前开始办")
    source = (ON_PLAN,)
    target = (WORKING,)
    who = assignee | supervisor
    clocks = (Stop("planned"),)
    duty = False

    text: Annotated[
        FreeText, Field(min_length=2), Detail(say("What is done now, what comes next", "现在做什么、下一步"), rows=3)
    ]


class PlannedDayCame(Transition):
    """Follows the calendar: the day has come, and it is work like any other."""

    words = say("The planned day has come", "计划的日期到了")
    source = (ON_PLAN,)
    target = (WORKING,)
    who = system
    clocks = (Stop("planned"),)
    tells = (Tell("holder", "assignment.planned_day_came"),)
    derived = True


PLANNING = (AskToPlan, GrantPlan, RefusePlan, StartPlanned, PlannedDayCame)
"""As they stand in the assignment's table."""
