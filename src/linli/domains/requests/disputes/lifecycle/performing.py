"""After the agreement: the court's confirmation, the promises kept or not, the revisit."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from linli.domains.requests.disputes import guards, states
from linli.domains.requests.disputes.lifecycle.acts import Confidential, Follows
from linli.domains.requests.disputes.parts import mediator
from linli.domains.requests.disputes.vocabulary import Confirmed
from linli.kernel.lifecycle import Detail, FreeText, StaffText, Start, State, Stop, Tell, Tone
from linli.kernel.words import say


class ConfirmationWanted(Follows):
    """Follows a party: they want the court to confirm it; both must (Art. 33)."""

    words = say("A party wants the court to confirm it", "当事人申请司法确认")
    source = (states.IN_EFFECT, states.TO_REVISIT)
    tells = (Tell("holder", "dispute.confirmation_wanted"),)


class FileConfirmation(Confidential):
    """The joint application lies with the court."""

    words = say("Record the joint application to the court", "登记已共同申请司法确认")
    source = (states.IN_EFFECT, states.TO_REVISIT)
    who = mediator
    guards = (guards.both_want_court,)
    clocks = (Stop("confirmation"),)
    duty = False

    court: Annotated[FreeText, Field(min_length=2), Detail(say("Which court, and its number for it", "受理法院和案号"))]


class RecordConfirmation(Confidential):
    """What the court decided."""

    words = say("Record the court's decision", "登记司法确认结果")
    source = (states.IN_EFFECT, states.TO_REVISIT)
    who = mediator
    guards = (guards.at_court,)
    duty = False

    outcome: Annotated[Confirmed, Detail(say("Decision", "裁定结果"))]
    note: Annotated[FreeText, Detail(say("Number and day of the decision", "文书编号和日期"))] = ""


class PromiseMissed(Follows):
    """Follows a promise: its day passed and it was not kept."""

    words = say("A promise was not kept", "有事项逾期未履行")
    source = (states.IN_EFFECT,)
    tells = (Tell("holder", "dispute.promise_missed"),)


class PromiseKept(Follows):
    """Follows a promise: it was kept; when all are, the mediator asks how it is going."""

    words = say("A promise was kept", "有事项已履行")
    source = (states.IN_EFFECT,)


class AwaitRevisit(Follows):
    """Follows the promises: none is open."""

    words = say("All promises are kept", "协议已全部履行")
    source = (states.IN_EFFECT,)
    target = (states.TO_REVISIT,)
    clocks = (Start("revisit", "disputes.revisit"),)


class Revisit(Confidential):
    """The mediator asks both how it is going; what is not settled is asked about again."""

    words = say("Record the revisit", "记录回访")
    source = (states.TO_REVISIT,)
    target = (states.CLOSED, states.TO_REVISIT)
    who = mediator
    clocks = (Stop("revisit"), Start("revisit", "disputes.revisit", into=states.TO_REVISIT))

    settled: Annotated[bool, Detail(say("Is it settled for both?", "双方都认为已经解决了吗？"))]
    revisit: Annotated[StaffText, Field(min_length=2), Detail(say("What they said", "回访情况"), rows=4)]

    def lands_on(self, source: State) -> State:
        """Closed only when both say so."""
        return states.CLOSED if self.settled else states.TO_REVISIT


class EndUnperformed(Confidential):
    """What was promised is not done and urging does not help; both are told of the court."""

    words = say("End: the agreement is not kept", "未履行，终结")
    source = (states.IN_EFFECT,)
    target = (states.NOT_PERFORMED,)
    who = mediator
    guards = (guards.promise_missed,)
    tone = Tone.WRONG
    duty = False

    reason: Annotated[
        FreeText, Field(min_length=2), Detail(say("What is not done, and where to turn", "未履行的情况和去处"), rows=3)
    ]


PERFORMING = (
    Revisit,
    ConfirmationWanted,
    FileConfirmation,
    RecordConfirmation,
    PromiseMissed,
    PromiseKept,
    AwaitRevisit,
    EndUnperformed,
)
"""As they stand in the dispute's table."""
