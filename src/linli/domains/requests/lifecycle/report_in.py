"""One department's report-in (报到): it comes, does its share, and both sides judge each other."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from linli.domains.requests.lifecycle.changing_hands import HandShareToColleague
from linli.domains.requests.parts import assignee, system, whistle_judge, whistler
from linli.domains.requests.whistle_states import (
    CALLED,
    CALLED_OFF,
    EXPECTED,
    RELEASED,
    REPORTED_IN,
    SHARE_DONE,
    SHARE_JUDGED,
)
from linli.kernel.lifecycle import (
    Detail,
    FreeText,
    Lifecycle,
    StaffText,
    Start,
    State,
    Stop,
    Tell,
    Tone,
    Transition,
)
from linli.kernel.words import say


class Call(Transition):
    """The whistle reaches one department; its time to report in starts."""

    words = say("Call", "吹哨")
    target = (CALLED,)
    who = whistler
    clocks = (Start("report_in", "requests.report_in.{ground}"),)
    tells = (Tell("holder", "report_in.called"),)
    derived = True

    unit: Annotated[UUID, Detail(say("Department", "部门"), choices="units")]


class ReportIn(Transition):
    """The department is there; whoever reports in is its named person."""

    words = say("Report in", "报到")
    source = (CALLED,)
    target = (REPORTED_IN,)
    who = assignee
    clocks = (Stop("report_in"),)

    text: Annotated[FreeText, Detail(say("Who comes, and when", "谁来、什么时候到场"), rows=2)] = ""


class DoShare(Transition):
    """What the department did, and whether it was right to call it."""

    words = say("My share is done", "办完本部门的一份")
    source = (REPORTED_IN,)
    target = (SHARE_DONE,)
    who = assignee
    clocks = (Start("judge_share", "requests.judge_share"),)
    shows_work = True

    text: Annotated[FreeText, Field(min_length=2), Detail(say("What was done", "做了什么"), rows=4)]
    rightly: Annotated[bool, Detail(say("Was it right to call you?", "这次吹哨合理吗？"))]
    opinion: Annotated[StaffText, Detail(say("Why, if it was not", "不合理的，请说明理由"), rows=2)] = ""


class JudgeShare(Transition):
    """Whoever called it judges; a share that was not done goes back to it."""

    words = say("Judge the report-in", "评价报到")
    source = (SHARE_DONE,)
    target = (SHARE_JUDGED, REPORTED_IN)
    who = whistle_judge
    clocks = (Stop("judge_share"),)
    tells = (Tell("holder", "report_in.judged"),)

    did_share: Annotated[bool, Detail(say("Did it do its share?", "该办的办了吗？"))]
    satisfied: Annotated[bool, Detail(say("Are you satisfied?", "对配合情况满意吗？"))]
    note: Annotated[StaffText, Detail(say("In your words", "评价说明"), rows=2)] = ""

    def lands_on(self, source: State) -> State:
        """Judged when the share was done, back to the department when not."""
        return SHARE_JUDGED if self.did_share else REPORTED_IN


class Release(Transition):
    """Called by mistake, or needed no more."""

    words = say("Let the department go", "撤回吹哨")
    source = EXPECTED
    target = (RELEASED,)
    who = whistler
    tells = (Tell("holder", "report_in.released"),)
    tone = Tone.WRONG
    duty = False

    reason: Annotated[StaffText, Field(min_length=2), Detail(say("Reason", "原因"), rows=2)]


class CallOff(Transition):
    """Follows the request: it was taken back or should never have come."""

    words = say("Called off", "终止报到")
    source = EXPECTED
    target = (CALLED_OFF,)
    who = system
    tells = (Tell("holder", "report_in.released"),)
    derived = True


REPORT_IN = Lifecycle(
    kind="report_in",
    words=say("Report-in", "报到"),
    states=(CALLED, REPORTED_IN, SHARE_DONE, SHARE_JUDGED, RELEASED, CALLED_OFF),
    opening=Call,
    transitions=(ReportIn, DoShare, JudgeShare, HandShareToColleague, Release, CallOff),
)
