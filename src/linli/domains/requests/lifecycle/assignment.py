"""The life of an assignment (工单): one unit's share of a request, the lead's (主办) or a helper's (协办)."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from linli.domains.requests.guards import shares_done
from linli.domains.requests.lifecycle.changing_hands import HandToColleague
from linli.domains.requests.lifecycle.planning import PLANNING
from linli.domains.requests.lifecycle.postponing import POSTPONING
from linli.domains.requests.parts import assignee, dispatcher, system
from linli.domains.requests.states import (
    ANSWERED,
    ASIDE,
    BOUNCE_ASKED,
    ENDED,
    EXTENSION_ASKED,
    ON_PLAN,
    PLAN_ASKED,
    RETURNED,
    SENT,
    SUSPENSION_ASKED,
    TAKEN,
    TAKEN_ON,
    WAITING,
    WORKING,
)
from linli.domains.requests.vocabulary import BounceGround
from linli.kernel.lifecycle import (
    Detail,
    FreeText,
    Lifecycle,
    Pause,
    Resume,
    StaffText,
    Start,
    Stop,
    Tell,
    Tone,
    Transition,
)
from linli.kernel.words import say


class Send(Transition):
    """The dispatcher sends it; the unit's clock to sign for it starts."""

    words = say("Send", "下派")
    target = (SENT,)
    who = dispatcher
    clocks = (Start("sign_for", "requests.sign_for.{urgency}"),)
    tells = (Tell("holder", "assignment.sent"),)
    derived = True

    unit: Annotated[UUID, Detail(say("Unit", "承办单位"))]
    lead: Annotated[bool, Detail(say("Lead", "主办"))] = True


class SignFor(Transition):
    """The unit takes it on; whoever signs is the named owner."""

    words = say("I take it", "我来办")
    source = (SENT,)
    target = (TAKEN,)
    who = assignee
    clocks = (Stop("sign_for"), Start("progress", "requests.progress"))


class ReportProgress(Transition):
    """What was done and what comes next; the resident reads it."""

    words = say("Report progress", "记录进展")
    source = (TAKEN, WORKING)
    target = (WORKING,)
    who = assignee
    clocks = (Stop("progress"),)
    shows_work = True

    text: Annotated[
        FreeText, Field(min_length=2), Detail(say("What was done, what comes next", "做了什么、下一步"), rows=3)
    ]


class Answer(Transition):
    """The unit's answer to the resident. It does not close: the resident decides."""

    words = say("Answer the resident", "答复居民")
    source = (WORKING, TAKEN, EXTENSION_ASKED)
    target = (ANSWERED,)
    who = assignee
    guards = (shares_done,)
    clocks = (Stop("progress"), Stop("decide_extension"))
    shows_work = True

    text: Annotated[FreeText, Field(min_length=2), Detail(say("Answer", "答复内容"), rows=6)]


class AskResident(Transition):
    """Something only the resident knows is missing; say all that is missing at once."""

    words = say("Ask the resident", "请居民补充")
    source = (TAKEN, WORKING)
    target = (WAITING,)
    who = assignee
    clocks = (Pause("progress", say("waiting for the resident", "等居民补充")),)
    tone = Tone.WAIT

    text: Annotated[FreeText, Field(min_length=2), Detail(say("What do you need?", "需要补充什么？"), rows=3)]


class ResidentAnswered(Transition):
    """Follows the request: the resident sent what was asked."""

    words = say("The resident answered", "居民已补充")
    source = (WAITING,)
    target = (WORKING,)
    who = system
    clocks = (Resume("progress"),)
    tells = (Tell("holder", "assignment.resident_answered"),)
    derived = True


class AskToBounce(Transition):
    """It is not ours: with the ground and the evidence; the dispatcher decides."""

    words = say("Ask to return it", "申请退单")
    source = (SENT, TAKEN)
    target = (BOUNCE_ASKED,)
    who = assignee
    clocks = (
        Pause("sign_for", say("return asked for", "申请退单")),
        Start("decide_bounce", "requests.decide_bounce"),
    )
    tone = Tone.WRONG

    ground: Annotated[BounceGround, Detail(say("Ground", "理由"))]
    evidence: Annotated[StaffText, Field(min_length=2), Detail(say("Evidence", "依据"), rows=3)]


class GrantBounce(Transition):
    """The dispatcher agrees; the request goes back to be dispatched."""

    words = say("Agree to the return", "同意退单")
    source = (BOUNCE_ASKED,)
    target = (RETURNED,)
    who = dispatcher
    clocks = (Stop("decide_bounce"),)
    tells = (Tell("holder", "assignment.bounce_granted"),)

    reason: Annotated[StaffText, Detail(say("Reason", "意见"), rows=2)] = ""


class RefuseBounce(Transition):
    """The dispatcher disagrees; the unit's clock runs on."""

    words = say("Refuse the return", "不同意退单")
    source = (BOUNCE_ASKED,)
    target = (SENT,)
    who = dispatcher
    clocks = (Stop("decide_bounce"), Resume("sign_for"))
    tells = (Tell("holder", "assignment.bounce_refused"),)

    reason: Annotated[StaffText, Field(min_length=2), Detail(say("Reason", "意见"), rows=2)]


class End(Transition):
    """Follows the request: it closed, was withdrawn, or starts again with a new assignment."""

    words = say("End", "终结")
    source = (
        SENT,
        TAKEN,
        WORKING,
        WAITING,
        EXTENSION_ASKED,
        SUSPENSION_ASKED,
        ASIDE,
        PLAN_ASKED,
        ON_PLAN,
        ANSWERED,
        BOUNCE_ASKED,
    )
    target = (ENDED,)
    who = system
    derived = True


ASSIGNMENT = Lifecycle(
    kind="assignment",
    words=say("Assignment", "工单"),
    states=(
        SENT,
        *TAKEN_ON,
        ANSWERED,
        RETURNED,
        ENDED,
    ),
    opening=Send,
    transitions=(
        SignFor,
        Answer,
        ReportProgress,
        AskResident,
        ResidentAnswered,
        AskToBounce,
        GrantBounce,
        RefuseBounce,
        *POSTPONING,
        *PLANNING,
        HandToColleague,
        End,
    ),
)
