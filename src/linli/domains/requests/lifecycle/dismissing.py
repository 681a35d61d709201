"""What is no request (不作诉求处理): a short way out with its ground, which its sender can object to once."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from linli.domains.requests.guards import not_objected_yet, within_objection_window
from linli.domains.requests.parts import desk, opener, supervisor
from linli.domains.requests.states import DISMISSED, OBJECTED, RECEIVED
from linli.domains.requests.vocabulary import DismissalGround
from linli.kernel.lifecycle import Detail, FreeText, StaffText, Start, Stop, Tell, Tone, Transition
from linli.kernel.words import say


class Dismiss(Transition):
    """Nothing is asked that anybody could do, it was asked and answered before, or it is abuse alone."""

    words = say("Not a request", "不作诉求处理")
    source = (RECEIVED,)
    target = (DISMISSED,)
    who = desk
    tells = (Tell("opener", "request.dismissed"),)
    tone = Tone.WRONG
    duty = False

    ground: Annotated[DismissalGround, Detail(say("Ground", "理由"))]
    reason: Annotated[FreeText, Field(min_length=2), Detail(say("In words for the sender", "给来件人的说明"), rows=3)]


class Object(Transition):
    """The sender says it is a request; someone above the desk decides."""

    words = say("Object: it is a request", "提出异议")
    source = (DISMISSED,)
    target = (OBJECTED,)
    who = opener
    guards = (within_objection_window, not_objected_yet)
    clocks = (Start("decide_objection", "requests.decide_objection"),)
    tone = Tone.WRONG

    reason: Annotated[FreeText, Field(min_length=2), Detail(say("What do you ask for?", "你要解决什么事？"), rows=3)]


class UpholdObjection(Transition):
    """It is a request: it starts as any other does."""

    words = say("It is a request", "异议成立，重新受理")
    source = (OBJECTED,)
    target = (RECEIVED,)
    who = supervisor
    clocks = (Stop("decide_objection"), Start("first_contact", "requests.first_contact"))
    tells = (Tell("opener", "request.objection_upheld"), Tell("holder", "request.objection_upheld"))

    reason: Annotated[StaffText, Detail(say("Reason", "意见"), rows=2)] = ""


class RejectObjection(Transition):
    """It stays dismissed; the sender is told where else to turn."""

    words = say("It stays dismissed", "异议不成立")
    source = (OBJECTED,)
    target = (DISMISSED,)
    who = supervisor
    clocks = (Stop("decide_objection"),)
    tells = (Tell("opener", "request.objection_rejected"),)
    tone = Tone.WRONG

    reason: Annotated[
        FreeText, Field(min_length=2), Detail(say("Why, and where else to turn", "理由和其他途径"), rows=3)
    ]


DISMISSING = (Dismiss, Object, UpholdObjection, RejectObjection)
"""As they stand in the request's table."""
