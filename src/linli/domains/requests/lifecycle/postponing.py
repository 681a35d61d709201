"""What cannot be answered in time: more time (延期), or set aside until a review (挂账); each asked, then decided."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from linli.domains.requests.guards import extendable, leads, reviewed_in_time
from linli.domains.requests.parts import assignee, dispatcher, supervisor
from linli.domains.requests.states import ASIDE, EXTENSION_ASKED, SUSPENSION_ASKED, TAKEN, WORKING
from linli.domains.requests.vocabulary import ExtensionGround, SuspensionGround
from linli.kernel.lifecycle import Detail, FreeText, StaffText, Start, Stop, Tell, Tone, Transition
from linli.kernel.words import say

GROUND = say("Ground", "理由")
EVIDENCE = say("Evidence", "依据")
OPINION = say("Reason", "意见")
REVIEW_ON = Detail(
    say("Looked at again on", "下次复核日期"),
    hint=say("The resident is told this day.", "这个日期会告诉居民。"),
)
TOLD_WHY = Detail(
    say("Why it must wait, in words for the resident", "为什么现在办不了（居民能看到）"),
    rows=3,
)


class AskToExtend(Transition):
    """More time is needed than the rule gives; once, before the time is up, decided by the dispatcher."""

    words = say("Ask for more time", "申请延期")
    source = (TAKEN, WORKING)
    target = (EXTENSION_ASKED,)
    who = assignee
    guards = (leads, extendable)
    clocks = (Stop("progress"), Start("decide_extension", "requests.decide_extension"))
    tone = Tone.WAIT
    duty = False

    ground: Annotated[ExtensionGround, Detail(GROUND)]
    evidence: Annotated[StaffText, Field(min_length=2), Detail(EVIDENCE, rows=3)]


class GrantExtension(Transition):
    """The dispatcher agrees: the answer's clock is given what the rule allows, and the resident is told."""

    words = say("Agree to more time", "同意延期")
    source = (EXTENSION_ASKED,)
    target = (WORKING,)
    who = dispatcher
    clocks = (Stop("decide_extension"),)
    tells = (Tell("holder", "assignment.extension_granted"),)

    reason: Annotated[StaffText, Detail(OPINION, rows=2)] = ""


class RefuseExtension(Transition):
    """The dispatcher disagrees; the time stays what it was."""

    words = say("Refuse more time", "不同意延期")
    source = (EXTENSION_ASKED,)
    target = (WORKING,)
    who = dispatcher
    clocks = (Stop("decide_extension"),)
    tells = (Tell("holder", "assignment.extension_refused"),)
    tone = Tone.WRONG

    reason: Annotated[StaffText, Field(min_length=2), Detail(OPINION, rows=2)]


class AskToSuspend(Transition):
    """It cannot be done for now whatever the unit does; the supervisor decides."""

    words = say("Ask to set it aside", "申请挂账")
    source = (TAKEN, WORKING)
    target = (SUSPENSION_ASKED,)
    who = assignee
    guards = (leads,)
    clocks = (Stop("progress"), Start("decide_suspension", "requests.decide_suspension"))
    tone = Tone.WRONG
    duty = False

    ground: Annotated[SuspensionGround, Detail(GROUND)]
    evidence: Annotated[StaffText, Field(min_length=2), Detail(EVIDENCE, rows=3)]


class GrantSuspension(Transition):
    """The supervisor agrees: it keeps its owner, has a day on which it is looked at again, and the resident is told."""

    words = say("Agree to set it aside", "同意挂账")
    source = (SUSPENSION_ASKED,)
    target = (ASIDE,)
    who = supervisor
    guards = (reviewed_in_time,)
    clocks = (Stop("decide_suspension"), Start("review", "requests.suspension", until="review_on"))
    tells = (Tell("holder", "assignment.suspension_granted"),)

    review_on: Annotated[date, REVIEW_ON]
    reason: Annotated[FreeText, Field(min_length=2), TOLD_WHY]


class RefuseSuspension(Transition):
    """The supervisor disagrees; the unit goes on."""

    words = say("Refuse to set it aside", "不同意挂账")
    source = (SUSPENSION_ASKED,)
    target = (WORKING,)
    who = supervisor
    clocks = (Stop("decide_suspension"),)
    tells = (Tell("holder", "assignment.suspension_refused"),)
    tone = Tone.WRONG

    reason: Annotated[StaffText, Field(min_length=2), Detail(OPINION, rows=2)]


class KeepAside(Transition):
    """Reviewed: it still cannot be done, with the next day of review."""

    words = say("Review: leave it aside", "复核：继续挂账")
    source = (ASIDE,)
    target = (ASIDE,)
    who = supervisor
    guards = (reviewed_in_time,)
    clocks = (Start("review", "requests.suspension", until="review_on"),)
    tone = Tone.WAIT

    review_on: Annotated[date, REVIEW_ON]
    reason: Annotated[FreeText, Field(min_length=2), TOLD_WHY]


class TakeUpAgain(Transition):
    """What stood in the way is gone: the clock runs on."""

    words = say("Take it up again", "恢复办理")
    source = (ASIDE,)
    target = (WORKING,)
    who = assignee | supervisor
    clocks = (Stop("review"),)

    text: Annotated[
        FreeText, Field(min_length=2), Detail(say("What changed, what comes next", "有什么变化、下一步"), rows=3)
    ]


POSTPONING = (
    AskToExtend,
    GrantExtension,
    RefuseExtension,
    AskToSuspend,
    GrantSuspension,
    RefuseSuspension,
    KeepAside,
    TakeUpAgain,
)
"""As they stand in the assignment's table."""
