"""The life of a question or objection to a notice: asked with a clock, answered, or turned into a request."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from linli.domains.notices.guards import answer_names_nobody
from linli.domains.notices.parts import answerer, anyone, opener
from linli.domains.notices.states import ANSWERED, ASKED, TAKEN_BACK, TURNED
from linli.domains.notices.vocabulary import Stance
from linli.kernel.lifecycle import Detail, FreeText, Lifecycle, Start, Stop, Tell, Tone, Transition
from linli.kernel.words import say


class SayBack(Transition):
    """Somebody asks about a notice or objects to it; the body that published it answers."""

    words = say("Ask or object", "提问或提异议")
    target = (ASKED,)
    who = anyone
    clocks = (Start("answer_reply", "notices.answer.{stance}"),)
    tells = (Tell("holder", "reply.asked"),)

    stance: Annotated[Stance, Detail(say("What is it?", "你要"))]
    text: Annotated[
        FreeText,
        Field(min_length=2),
        Detail(
            say("In your own words", "想说什么"),
            hint=say("Whoever published it reads this and answers you.", "由发布单位阅读并答复你。"),
            rows=4,
        ),
    ]
    share: Annotated[
        bool,
        Detail(
            say("Neighbours may read it with the answer", "可以和答复一起给邻居看"),
            hint=say("Without your name; numbers and doors are masked.", "不显示姓名，号码和门牌会遮盖。"),
        ),
    ] = False


class AnswerReply(Transition):
    """The body that published it answers; where the resident agreed, all can read both."""

    words = say("Answer it", "答复")
    source = (ASKED,)
    target = (ANSWERED,)
    who = answerer
    guards = (answer_names_nobody,)
    clocks = (Stop("answer_reply"),)
    tells = (Tell("opener", "reply.answered"),)

    answer: Annotated[FreeText, Field(min_length=2), Detail(say("Your answer", "答复内容"), rows=5)]
    show: Annotated[
        bool,
        Detail(
            say("Show both on the notice's page", "在公告页面公开问答"),
            hint=say("Only where whoever asked agreed.", "提问人同意公开时才会公开。"),
        ),
    ] = True


class TurnIntoRequest(Transition):
    """What is asked is to be done: it becomes a request of the same resident, linked to the notice through this."""

    words = say("Turn it into a request", "转为诉求办理")
    source = (ASKED,)
    target = (TURNED,)
    who = answerer
    clocks = (Stop("answer_reply"),)
    tells = (Tell("opener", "reply.turned"),)
    duty = False

    category: Annotated[str, Field(max_length=48), Detail(say("What is it about?", "属于哪一类"), choices="categories")]


class TakeBackReply(Transition):
    """Whoever asked needs no answer any more."""

    words = say("Take it back", "撤回")
    source = (ASKED,)
    target = (TAKEN_BACK,)
    who = opener
    tone = Tone.WRONG
    duty = False


REPLY = Lifecycle(
    kind="reply",
    words=say("Question or objection", "提问与异议"),
    states=(ASKED, ANSWERED, TURNED, TAKEN_BACK),
    opening=SayBack,
    transitions=(AnswerReply, TurnIntoRequest, TakeBackReply),
)
