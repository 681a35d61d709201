"""The life of a dispute: asked for or offered, wanted by both, talked through, agreed, kept, revisited."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from linli.domains.requests.disputes import guards, states
from linli.domains.requests.disputes.lifecycle.acts import Confidential, Follows
from linli.domains.requests.disputes.lifecycle.ending import ENDING
from linli.domains.requests.disputes.lifecycle.performing import PERFORMING
from linli.domains.requests.disputes.lifecycle.sessions import SESSIONS
from linli.domains.requests.disputes.parts import anyone, mediator, system
from linli.domains.requests.disputes.vocabulary import About, NotForUs, Owing
from linli.kernel.lifecycle import Detail, Extend, FreeText, Lifecycle, StaffText, Start, Stop, Tell, Tone
from linli.kernel.words import say

NAME = Detail(
    say("Name of the other party, where it is a person", "对方姓名（个人）"),
    hint=say("Sealed; opened only to mediate.", "加密保存，只为调解时打开。"),
)
PHONE = Detail(
    say("Their phone", "对方电话"),
    hint=say(
        "By it they find this when they sign in. Without one, ask them in person.",
        "对方凭它登录查看；没有电话就当面征求。",
    ),
    autocomplete="off",
)


class Apply(Confidential):
    """Somebody wants a dispute mediated, or the community offers it; what they say of it stands with their part."""

    words = say("Apply for mediation", "申请调解")
    target = (states.APPLIED,)
    who = anyone
    clocks = (Start("accept", "disputes.accept"),)
    tells = (Tell("holder", "dispute.applied"),)

    about: Annotated[About, Detail(say("What is it about?", "是哪一类纠纷？"))]
    place: Annotated[UUID, Detail(say("Where?", "在哪里？"), choices="places")]
    summary: Annotated[StaffText, Detail(say("In short, for the mediator", "给调解员的情况说明"), rows=4)] = ""


class Invite(Confidential):
    """The committee may take it up: both parties are given the notice of rights and asked whether they want it."""

    words = say("Take it up: ask both parties", "受理，征求双方意见")
    source = (states.APPLIED,)
    target = (states.INVITED,)
    who = mediator
    guards = (guards.one_other_party,)
    clocks = (Stop("accept"), Start("consent", "disputes.consent"))

    name: Annotated[StaffText, NAME] = ""
    phone: Annotated[StaffText, PHONE] = ""
    unit: Annotated[UUID | None, Detail(say("Or the unit", "或对方单位"), choices="units")] = None


class DeclineToMediate(Confidential):
    """A committee may not mediate it; the applicant is told where to turn."""

    words = say("Not ours to mediate", "不予受理")
    source = (states.APPLIED,)
    target = (states.NOT_ACCEPTED,)
    who = mediator
    tone = Tone.WRONG

    ground: Annotated[NotForUs, Detail(say("Ground", "理由"))]
    reason: Annotated[FreeText, Field(min_length=2), Detail(say("Why, and where to turn", "说明和去处"), rows=3)]


class PartyAgreed(Follows):
    """Follows a party: they want it; when all do, it begins."""

    words = say("A party agreed", "一方同意调解")
    source = (states.INVITED,)


class Begin(Follows):
    """Follows the parties: both want it."""

    words = say("Mediation begins", "开始调解")
    source = (states.INVITED,)
    target = (states.MEDIATING,)
    clocks = (Stop("consent"), Start("mediation", "disputes.mediation"))
    tells = (Tell("holder", "dispute.begun"),)


class RecordFacts(Confidential):
    """What the dispute is, what each side wants, what was found out; both parties read it."""

    words = say("Record the facts", "记录纠纷事实")
    source = (states.MEDIATING,)
    who = mediator
    duty = False

    facts: Annotated[
        FreeText,
        Field(min_length=2),
        Detail(
            say("Facts, and what each party wants", "纠纷主要事实、争议事项、各方要求"),
            hint=say(
                "Both parties read this. What one told you in confidence does not belong here.",
                "双方都会看到。一方私下说的不要写在这里。",
            ),
            rows=8,
        ),
    ]


class NoteToFile(Confidential):
    """The mediator's own note; no party reads it."""

    words = say("Note for mediators alone", "调解员备注")
    source = states.OPEN
    who = mediator
    duty = False

    note: Annotated[StaffText, Field(min_length=2), Detail(say("Note", "备注"), rows=4)]


class AddPromise(Confidential):
    """One thing somebody promises to do, with the day by which it is done; part of the agreement once it is signed."""

    words = say("Add a promise", "添加履行事项")
    source = (states.MEDIATING,)
    who = mediator
    guards = (guards.due_later,)
    duty = False

    owing: Annotated[Owing, Detail(say("Whose promise?", "由谁履行？"))]
    promise: Annotated[FreeText, Field(min_length=2), Detail(say("What is promised", "履行内容和方式"), rows=3)]
    due: Annotated[date, Detail(say("Done by", "履行期限"))]


class DraftAgreement(Confidential):
    """The agreement, with the promises as they then stand; both parties read it and sign, or not."""

    words = say("Draft the agreement and ask for signatures", "拟定协议，请双方签字")
    source = (states.MEDIATING,)
    target = (states.TO_SIGN,)
    who = mediator
    clocks = (Stop("session"),)
    duty = False

    agreement: Annotated[
        FreeText,
        Field(min_length=2),
        Detail(
            say("What was agreed", "协议内容"),
            hint=say("The promises are added beneath with their dates.", "履行事项和期限会自动列在后面。"),
            rows=10,
        ),
    ]


class ExtendMediation(Confidential):
    """Both parties want to go on talking beyond the month."""

    words = say("Go on longer, as both wish", "经双方同意延长")
    source = (states.MEDIATING, states.TO_SIGN)
    who = mediator
    guards = (guards.extended_once, guards.both_want_more_time)
    clocks = (Extend("mediation", "disputes.mediation_extension"),)
    duty = False

    both_agree: Annotated[bool, Detail(say("Do both parties agree?", "双方都同意延长吗？"))]
    note: Annotated[StaffText, Detail(say("When and how they said so", "何时、以何方式同意"), rows=2)] = ""


class TakeBackDraft(Confidential):
    """The draft needs changing, or a party does not sign it: they go on talking, and no signature stands."""

    words = say("Take the draft back", "收回草案，继续调解")
    source = (states.TO_SIGN,)
    target = (states.MEDIATING,)
    who = mediator | system
    duty = False


class PartySigned(Follows):
    """Follows a party: they signed the draft."""

    words = say("A party signed", "一方已签字")
    source = (states.TO_SIGN,)
    tells = (Tell("holder", "dispute.party_signed"),)


class SignAsMediator(Confidential):
    """The mediator signs last and the committee seals it: it binds from now on (Art. 29)."""

    words = say("Sign as mediator: it takes effect", "调解员签字盖章，协议生效")
    source = (states.TO_SIGN,)
    target = (states.IN_EFFECT,)
    who = mediator
    guards = (guards.both_signed,)
    clocks = (Stop("mediation"), Start("confirmation", "disputes.confirmation"))


class PartyWrote(Follows):
    """Follows a party: they wrote to the mediator in confidence, or said what they want of the court."""

    words = say("A party wrote to the mediator", "当事人给调解员留言")
    source = states.OPEN
    tells = (Tell("holder", "dispute.party_wrote"),)


DISPUTE = Lifecycle(
    kind="dispute",
    words=say("Dispute", "纠纷调解"),
    states=(
        *states.OPEN,
        states.CLOSED,
        states.NOT_ACCEPTED,
        states.NO_AGREEMENT,
        states.NOT_PERFORMED,
        states.WITHDRAWN,
    ),
    opening=Apply,
    transitions=(
        Invite,
        DeclineToMediate,
        PartyAgreed,
        Begin,
        *SESSIONS,
        RecordFacts,
        AddPromise,
        DraftAgreement,
        PartySigned,
        SignAsMediator,
        TakeBackDraft,
        ExtendMediation,
        *PERFORMING,
        NoteToFile,
        PartyWrote,
        *ENDING,
    ),
)
