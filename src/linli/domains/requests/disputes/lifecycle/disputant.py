"""The life of one party in a dispute: a matter of its own, which the other party never sees."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from linli.domains.requests.disputes import guards, states
from linli.domains.requests.disputes.lifecycle.acts import Confidential, Follows
from linli.domains.requests.disputes.parts import anyone, mediator, party
from linli.domains.requests.disputes.vocabulary import How, Side
from linli.kernel.lifecycle import Detail, FreeText, Lifecycle, StaffText, Start, Stop, Tell, Tone
from linli.kernel.words import say

WHY = Detail(
    say("Why, if you like", "原因（可不填）"),
    hint=say("Only the mediator reads it.", "只有调解员能看到。"),
    rows=2,
)


class Join(Confidential):
    """Somebody is a party; the applicant says what it is about, for the mediator alone."""

    words = say("Named as a party", "列为当事人")
    target = (states.WAITING,)
    who = anyone

    side: Annotated[Side, Detail(say("Side", "一方"))]
    text: Annotated[
        FreeText, Detail(say("What is the dispute, and what do you want?", "什么纠纷、想怎么解决？"), rows=6)
    ] = ""
    other: Annotated[FreeText, Detail(say("Who is the other party?", "对方是谁、怎么联系？"), rows=2)] = ""


class BeAsked(Follows):
    """Follows the committee: the party is given the notice of rights and asked."""

    words = say("Given the notice of rights and asked", "告知权利义务，征求意见")
    source = (states.WAITING,)
    target = (states.ASKED,)
    clocks = (Start("consent", "disputes.consent"),)
    tells = (Tell("opener", "disputant.asked"), Tell("holder", "disputant.asked"))


class Agree(Confidential):
    """The party has read the notice of rights and wants to be mediated."""

    words = say("I want to be mediated", "同意调解")
    source = (states.ASKED,)
    target = (states.TAKES_PART,)
    who = party
    guards = (guards.notice_read,)
    clocks = (Stop("consent"),)

    read: Annotated[bool, Detail(say("I have read my rights and duties", "我已阅读并了解权利义务"))]


class AgreeInPerson(Confidential):
    """The party said so on paper, in person or on the phone, after hearing the notice of rights."""

    words = say("Record that the party agrees", "登记当事人同意调解")
    source = (states.ASKED,)
    target = (states.TAKES_PART,)
    who = mediator
    guards = (guards.notice_read,)
    clocks = (Stop("consent"),)
    tells = (Tell("opener", "disputant.agreed"),)
    duty = False

    how: Annotated[How, Detail(say("How they said so", "以什么方式同意"))]
    read: Annotated[bool, Detail(say("Were they told their rights and duties?", "已告知权利义务吗？"))]
    note: Annotated[StaffText, Detail(say("Note", "备注"), rows=2)] = ""


class Decline(Confidential):
    """The party does not want to be mediated; nobody asks why."""

    words = say("I do not want mediation", "不同意调解")
    source = (states.ASKED,)
    target = (states.DECLINED,)
    who = party | mediator
    clocks = (Stop("consent"),)
    tone = Tone.WRONG
    duty = False

    reason: Annotated[FreeText, WHY] = ""


class BeCalled(Follows):
    """Follows the mediator: a session is arranged."""

    words = say("Called to a session", "约定调解时间")
    source = (states.TAKES_PART,)
    tells = (Tell("opener", "disputant.session"), Tell("holder", "disputant.session"))


class AskToSign(Follows):
    """Follows the draft: the party reads it and signs, or not."""

    words = say("Asked to sign", "请你签字")
    source = (states.TAKES_PART,)
    target = (states.SIGNING,)
    tells = (Tell("opener", "disputant.to_sign"), Tell("holder", "disputant.to_sign"))


class Sign(Confidential):
    """Signed on screen by whoever signed in."""

    words = say("Sign the agreement", "签署协议")
    source = (states.SIGNING,)
    target = (states.SIGNED,)
    who = party
    guards = (guards.signed_on_screen, guards.promised)

    agreed: Annotated[bool, Detail(say("I have read the agreement and will keep it", "我已看清协议内容，愿意履行"))]


class SignOnPaper(Confidential):
    """Signed on paper; a photo of the signed sheet is added."""

    words = say("Record the signature on paper", "登记纸质签字")
    source = (states.SIGNING,)
    target = (states.SIGNED,)
    who = mediator
    guards = (guards.already_held,)
    tells = (Tell("opener", "disputant.signed_on_paper"),)
    duty = False

    held_on: Annotated[date, Detail(say("Signed on", "签字日期"))]
    note: Annotated[StaffText, Detail(say("Note", "备注"), rows=2)] = ""


class RefuseToSign(Confidential):
    """The party does not sign this draft; they go on talking."""

    words = say("Not this draft", "不签，继续谈")
    source = (states.SIGNING,)
    target = (states.TAKES_PART,)
    who = party | mediator
    tone = Tone.WRONG
    duty = False

    reason: Annotated[FreeText, Detail(say("What should be different?", "哪里需要改？"), rows=3)] = ""


class TalkOn(Follows):
    """Follows the draft: it was taken back, and no signature stands."""

    words = say("The draft was taken back", "草案已收回，继续调解")
    source = (states.SIGNING, states.SIGNED)
    target = (states.TAKES_PART,)
    tells = (Tell("opener", "disputant.talk_on"), Tell("holder", "disputant.talk_on"))


class TakeEffect(Follows):
    """Follows the mediator's signature: the agreement binds, and the 30 days for the court begin."""

    words = say("The agreement takes effect", "协议生效")
    source = (states.SIGNED,)
    target = (states.BOUND,)
    clocks = (Start("confirmation", "disputes.confirmation"),)
    tells = (Tell("opener", "disputant.in_effect"), Tell("holder", "disputant.in_effect"))


class WantConfirmation(Confidential):
    """The party wants the court to confirm the agreement; both must, within 30 days."""

    words = say("Ask the court to confirm it", "申请司法确认")
    source = (states.BOUND,)
    who = party | mediator
    guards = (guards.in_time_for_court, guards.not_wanted_yet)
    clocks = (Stop("confirmation"),)
    duty = False


class Confide(Confidential):
    """A word to the mediator alone; the other party never reads it."""

    words = say("Tell the mediator in confidence", "单独告诉调解员")
    source = states.ABOARD
    who = party
    duty = False

    text: Annotated[
        FreeText, Field(min_length=2), Detail(say("Only the mediator reads this", "只有调解员能看到"), rows=4)
    ]


class Leave(Confidential):
    """The party ends the mediation, whenever they wish before the agreement takes effect."""

    words = say("End the mediation", "要求终止调解")
    source = (states.TAKES_PART, states.SIGNING, states.SIGNED)
    target = (states.LEFT,)
    who = party | mediator
    tone = Tone.WRONG
    duty = False

    reason: Annotated[FreeText, WHY] = ""


class TakeBack(Confidential):
    """The applicant takes the application back before anybody was asked."""

    words = say("Take the application back", "撤回申请")
    source = (states.WAITING,)
    target = (states.LEFT,)
    who = party
    tone = Tone.DONE
    duty = False


class End(Follows):
    """Follows the dispute: it has ended."""

    words = say("The mediation has ended", "调解结束")
    source = states.ABOARD
    target = (states.OVER,)
    tells = (Tell("opener", "disputant.ended"), Tell("holder", "disputant.ended"))


DISPUTANT = Lifecycle(
    kind="disputant",
    words=say("Party to a dispute", "纠纷当事人"),
    states=(*states.ABOARD, states.DECLINED, states.LEFT, states.OVER),
    opening=Join,
    transitions=(
        BeAsked,
        Agree,
        Sign,
        AgreeInPerson,
        SignOnPaper,
        WantConfirmation,
        Confide,
        Decline,
        RefuseToSign,
        Leave,
        TakeBack,
        BeCalled,
        AskToSign,
        TalkOn,
        TakeEffect,
        End,
    ),
)
