"""The life of one promise: drafted, owed by a day, kept or not."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from linli.domains.requests.disputes import states
from linli.domains.requests.disputes.lifecycle.acts import Confidential, Follows
from linli.domains.requests.disputes.parts import mediator
from linli.domains.requests.disputes.vocabulary import Owing
from linli.kernel.lifecycle import Detail, Lifecycle, StaffText, Start, Stop, Tone
from linli.kernel.words import say

EVIDENCE = Detail(say("How you know", "核实情况"), rows=3)


class Promised(Confidential):
    """Part of the draft; what is promised stands in the dispute, for both parties."""

    words = say("Promised", "拟定履行事项")
    target = (states.PLANNED,)
    who = mediator
    derived = True

    owing: Annotated[Owing, Detail(say("Whose promise", "履行人"))]
    due: Annotated[date, Detail(say("Done by", "履行期限"))]


class Strike(Confidential):
    """No part of the agreement after all."""

    words = say("Strike it out", "划去")
    source = (states.PLANNED,)
    target = (states.STRUCK,)
    who = mediator
    duty = False
    tone = Tone.WRONG


class Owe(Follows):
    """Follows the agreement: it binds."""

    words = say("Owed from now on", "开始履行")
    source = (states.PLANNED,)
    target = (states.OWED,)
    clocks = (Start("promise", "disputes.promise", until="due"),)

    due: Annotated[date, Detail(say("Done by", "履行期限"))]


class Keep(Confidential):
    """The mediator saw or heard from both that it was done."""

    words = say("It was kept", "登记已履行")
    source = (states.OWED, states.MISSED)
    target = (states.KEPT,)
    who = mediator
    clocks = (Stop("promise"),)

    evidence: Annotated[StaffText, Field(min_length=2), EVIDENCE]


class Miss(Confidential):
    """Its day has passed and it was not done; the mediator urges whoever promised (Art. 31)."""

    words = say("It was not kept", "登记未履行")
    source = (states.OWED,)
    target = (states.MISSED,)
    who = mediator
    tone = Tone.WRONG
    duty = False

    evidence: Annotated[StaffText, Field(min_length=2), EVIDENCE]


class Lapse(Follows):
    """Follows the dispute: it has ended."""

    words = say("The dispute has ended", "纠纷终结")
    source = (states.PLANNED, states.OWED, states.MISSED)
    target = (states.LAPSED,)


PROMISE = Lifecycle(
    kind="promise",
    words=say("Promise", "履行事项"),
    states=(states.PLANNED, states.OWED, states.MISSED, states.KEPT, states.STRUCK, states.LAPSED),
    opening=Promised,
    transitions=(Keep, Miss, Strike, Owe, Lapse),
)
