"""A request that is a dispute (转调解): mediation is offered out of it; it waits for that, and its unit keeps it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from linli.domains.requests.disputes.vocabulary import About
from linli.domains.requests.guards import not_in_mediation, reporter_known
from linli.domains.requests.parts import desk, dispatcher, system
from linli.domains.requests.states import OPEN, UNANSWERED
from linli.kernel.lifecycle import Detail, Pause, Resume, StaffText, Tell, Transition
from linli.kernel.words import say


class OfferMediation(Transition):
    """It is a dispute between persons: the mediators take it from here, if both parties want; nobody must."""

    words = say("Offer mediation", "转调解")
    source = UNANSWERED
    who = desk | dispatcher
    guards = (reporter_known, not_in_mediation)
    tells = (Tell("opener", "request.mediation_offered"),)
    public = False
    duty = False

    about: Annotated[About, Detail(say("What is it about?", "是哪一类纠纷？"))]
    summary: Annotated[
        StaffText,
        Field(min_length=2),
        Detail(
            say("For the mediator: the dispute, and who the other party is", "给调解员的说明：什么纠纷、对方是谁"),
            rows=3,
        ),
    ]


class MediationBegan(Transition):
    """Follows the dispute: both parties want it; the answer's clock stands still."""

    words = say("In mediation", "双方同意调解")
    source = UNANSWERED
    who = system
    derived = True
    public = False
    clocks = (Pause("answer", say("in mediation", "调解期间")),)
    tells = (Tell("holder", "request.mediation_began"),)


class MediationEnded(Transition):
    """Follows the dispute: with or without an agreement, the unit answers the request."""

    words = say("The mediation has ended", "调解已结束")
    source = OPEN
    who = system
    derived = True
    public = False
    clocks = (Resume("answer"),)
    tells = (Tell("holder", "request.mediation_ended"),)

    agreed: Annotated[bool, Detail(say("With an agreement", "达成协议"))]


MEDIATING = (OfferMediation, MediationBegan, MediationEnded)
"""As they stand in the request's table."""
