"""The life of a request: from the resident's words to the resident's verdict."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from linli.domains.requests.guards import known_category, solved_and_satisfied_are_asked, within_reopening_window
from linli.domains.requests.lifecycle.beside import BESIDE
from linli.domains.requests.lifecycle.dismissing import DISMISSING
from linli.domains.requests.lifecycle.handing_over import HANDING_OVER
from linli.domains.requests.lifecycle.hotline import HOTLINE
from linli.domains.requests.lifecycle.led import LED
from linli.domains.requests.lifecycle.mediating import MEDIATING
from linli.domains.requests.lifecycle.merging import MERGING
from linli.domains.requests.lifecycle.undoing import UndoImport
from linli.domains.requests.parts import anyone, caller, desk, dispatcher, opener, reader, supervisor, system, verifier
from linli.domains.requests.states import (
    CALLBACK,
    CLOSED,
    DISMISSED,
    DISPATCHED,
    FILED,
    IN_PROGRESS,
    INFO_REQUESTED,
    NOT_ACCEPTED,
    OPEN,
    RECEIVED,
    REOPENED,
    REPLIED,
    UNDONE,
    VERIFIED,
    WITHDRAWN,
)
from linli.domains.requests.vocabulary import RequestKind, RightDoor, Urgency
from linli.kernel.lifecycle import (
    Detail,
    FreeText,
    Lifecycle,
    Resume,
    StaffText,
    Start,
    State,
    Stop,
    Tell,
    Tone,
    Transition,
)
from linli.kernel.words import say

STARTS_AGAIN = (
    Start("answer", "requests.answer.{urgency}", into=REOPENED),
    Start("dispatch", "requests.dispatch.{urgency}", into=REOPENED),
)
SOLVED = say("Is it solved?", "问题解决了吗？")
SATISFIED = say("Are you satisfied?", "对办理满意吗？")


class Report(Transition):
    """A resident says what is wrong, wanted or wondered."""

    words = say("Report to the community", "报给社区")
    target = (RECEIVED,)
    who = anyone
    guards = (known_category,)
    clocks = (Start("first_contact", "requests.first_contact"),)
    tells = (Tell("opener", "request.received"),)

    text: Annotated[
        FreeText,
        Field(min_length=2),
        Detail(
            say("What is the matter?", "什么事？"),
            hint=say("In your own words: what, where, since when.", "用自己的话说：什么事、在哪、多久了。"),
            rows=6,
        ),
    ]
    place: Annotated[UUID, Detail(say("Where?", "在哪里？"), choices="places")]
    category: Annotated[str, Detail(say("What is it about?", "哪方面的事？"), choices="categories")] = "other.other"
    kind: Annotated[RequestKind, Detail(say("What do you want of us?", "想要我们做什么？"))] = RequestKind.HELP
    urgency: Annotated[Urgency, Detail(say("How urgent?", "有多急？"))] = Urgency.ORDINARY
    share: Annotated[
        bool,
        Detail(
            say("Let neighbours see it", "让邻居也能看到"),
            hint=say("Names, phones and door numbers are masked.", "姓名、电话、门牌号都会遮住。"),
        ),
    ] = False
    confidential: Annotated[bool, Detail(say("Keep who I am from the unit", "不让承办单位知道我是谁"))] = False


class Accept(Transition):
    """The desk takes it on; the answer's clock counts from the moment it was reported."""

    words = say("Accept and file", "受理立案")
    source = (RECEIVED,)
    target = (FILED,)
    who = desk
    guards = (known_category,)
    clocks = (
        Stop("first_contact"),
        Stop("city_sign_for"),
        Start("answer", "requests.answer.{urgency}", since_opening=True),
        Start("dispatch", "requests.dispatch.{urgency}"),
    )
    tells = (Tell("opener", "request.filed"),)

    category: Annotated[str | None, Detail(say("Category", "类别"), choices="categories")] = None
    urgency: Annotated[Urgency | None, Detail(say("Urgency", "紧急程度"))] = None


class DeclineToAccept(Transition):
    """Not ours: the resident is told who answers it instead."""

    words = say("Not ours: name the right door", "不予受理，告知去处")
    source = (RECEIVED,)
    target = (NOT_ACCEPTED,)
    who = desk
    tells = (Tell("opener", "request.not_accepted"),)
    tone = Tone.WRONG

    door: Annotated[RightDoor, Detail(say("The right door", "该找谁"))]
    reason: Annotated[FreeText, Field(min_length=2), Detail(say("Why, and what to do there", "理由和怎么找"), rows=3)]


class Dispatch(Transition):
    """Give it to the unit that will answer; the first receiver keeps the lead to the end."""

    words = say("Dispatch", "派单")
    source = (FILED, REOPENED)
    target = (DISPATCHED,)
    who = dispatcher
    clocks = (Stop("dispatch"),)
    tells = (Tell("opener", "request.dispatched"),)

    unit: Annotated[UUID, Detail(say("Who answers it", "主办单位"), choices="units")]
    helpers: Annotated[
        tuple[UUID, ...], Field(max_length=8), Detail(say("Who helps", "协办单位"), choices="units")
    ] = ()
    note: Annotated[StaffText, Detail(say("Note to the unit", "给承办单位的话"), rows=3)] = ""


class GiveInformation(Transition):
    """The resident answers what was asked; the clock runs on."""

    words = say("Send my answer", "补充说明")
    source = (INFO_REQUESTED,)
    target = (IN_PROGRESS,)
    who = opener | desk
    duty = False
    clocks = (Resume("answer"),)

    text: Annotated[FreeText, Field(min_length=1), Detail(say("Your answer", "你的补充"), rows=4)]


class Verify(Transition):
    """Someone who did not answer looks whether the answer is true."""

    words = say("Check the result", "核查结果")
    source = (REPLIED,)
    target = (VERIFIED, REOPENED)
    who = verifier
    clocks = (Stop("verify"), Start("call_back", "requests.call_back", into=VERIFIED), *STARTS_AGAIN)
    shows_work = True

    true_on_site: Annotated[bool, Detail(say("Is it as the answer says?", "与答复相符吗？"))]
    note: Annotated[StaffText, Detail(say("What I saw", "现场情况"), rows=3)] = ""

    def lands_on(self, source: State) -> State:
        """Verified when true, reopened when not."""
        return VERIFIED if self.true_on_site else REOPENED


class CallBack(Transition):
    """One attempt to ask the resident: contacted, solved and satisfied, each apart."""

    words = say("Record the call-back", "记录回访")
    source = (VERIFIED, CALLBACK)
    target = (CLOSED, REOPENED, CALLBACK)
    who = caller
    guards = (solved_and_satisfied_are_asked,)
    clocks = (Stop("call_back"), Start("call_back", "requests.call_back", into=CALLBACK), *STARTS_AGAIN)
    tells = (Tell("opener", "request.called_back"),)

    contacted: Annotated[bool, Detail(say("Reached?", "联系上了吗？"))]
    solved: Annotated[bool | None, Detail(SOLVED)] = None
    satisfied: Annotated[bool | None, Detail(SATISFIED)] = None
    note: Annotated[FreeText, Detail(say("In the resident's words", "居民原话"), rows=3)] = ""

    def lands_on(self, source: State) -> State:
        """Closed only by two yeses; any no reopens; unreached stays with the desk."""
        if not self.contacted:
            return CALLBACK
        return CLOSED if self.solved and self.satisfied else REOPENED


class Judge(Transition):
    """The resident's own verdict, at any time after the answer."""

    words = say("Give my verdict", "我来评价")
    source = (REPLIED, VERIFIED, CALLBACK)
    target = (CLOSED, REOPENED)
    who = opener
    clocks = (Stop("verify"), Stop("call_back"), *STARTS_AGAIN)

    solved: Annotated[bool, Detail(SOLVED)]
    satisfied: Annotated[bool, Detail(SATISFIED)]
    note: Annotated[FreeText, Detail(say("Anything to add?", "还想说什么？"), rows=3)] = ""

    def lands_on(self, source: State) -> State:
        """A negative answer never closes."""
        return CLOSED if self.solved and self.satisfied else REOPENED


class Reopen(Transition):
    """The resident says it came back or never was solved."""

    words = say("It is not solved: reopen", "没解决，要求重办")
    source = (CLOSED,)
    target = (REOPENED,)
    who = opener
    guards = (within_reopening_window,)
    clocks = STARTS_AGAIN
    tone = Tone.WRONG

    reason: Annotated[FreeText, Field(min_length=2), Detail(say("What is still wrong?", "哪里还没解决？"), rows=3)]


class Comment(Transition):
    """A word between the resident and those who work on it; it moves nothing."""

    words = say("Leave a message", "留言")
    source = (*OPEN, CLOSED)
    who = opener | reader
    duty = False
    public = False
    tells = (Tell("opener", "request.commented"), Tell("holder", "request.commented"))

    text: Annotated[FreeText, Field(min_length=1), Detail(say("Message", "留言内容"), rows=3)]


class Withdraw(Transition):
    """The resident takes it back."""

    words = say("Take it back", "撤回")
    source = OPEN
    target = (WITHDRAWN,)
    who = opener
    duty = False
    tone = Tone.DONE

    reason: Annotated[FreeText, Detail(say("Why, if you like", "原因（可不填）"), rows=2)] = ""


class Supervise(Transition):
    """Someone above watches it from now on; it changes nothing else."""

    words = say("Supervise", "督办")
    source = OPEN
    who = supervisor | system
    duty = False
    tells = (Tell("holder", "request.supervised"), Tell("opener", "request.supervised"))
    tone = Tone.WRONG

    note: Annotated[StaffText, Detail(say("What must happen", "督办要求"), rows=3)] = ""


REQUEST = Lifecycle(
    kind="request",
    words=say("Request", "诉求"),
    states=(*OPEN, CLOSED, NOT_ACCEPTED, DISMISSED, WITHDRAWN, UNDONE),
    opening=Report,
    transitions=(
        Accept,
        DeclineToAccept,
        Dispatch,
        *LED,
        *MERGING,
        *HANDING_OVER,
        *MEDIATING,
        GiveInformation,
        Verify,
        CallBack,
        Judge,
        Reopen,
        Comment,
        Supervise,
        Withdraw,
        *DISMISSING,
        *BESIDE,
        *HOTLINE,
        UndoImport,
    ),
)
