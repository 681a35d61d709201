"""How a mediation ends without an agreement: a party does not want it, or the mediator sees no way."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from linli.domains.requests.disputes import states
from linli.domains.requests.disputes.lifecycle.acts import Confidential, Follows
from linli.domains.requests.disputes.parts import mediator
from linli.kernel.lifecycle import Detail, FreeText, Tell, Tone
from linli.kernel.words import say


class EndWithoutAgreement(Confidential):
    """They did not agree; both are told which doors stand open (Art. 26)."""

    words = say("End without an agreement", "调解不成，终止调解")
    source = states.STILL_TALKING
    target = (states.NO_AGREEMENT,)
    who = mediator
    tone = Tone.WRONG
    duty = False

    reason: Annotated[
        FreeText,
        Field(min_length=2),
        Detail(say("In words for both parties: why, and where to turn", "给双方的说明：原因和去处"), rows=3),
    ]


class PartyEnded(Follows):
    """Follows a party: one of them does not want it, or no longer does."""

    words = say("A party does not want it", "一方不同意调解或要求终止")
    source = states.STILL_TALKING
    target = (states.NO_AGREEMENT,)
    tells = (Tell("holder", "dispute.party_ended"),)


class ApplicantWithdrew(Follows):
    """Follows the applicant: taken back before anybody was asked."""

    words = say("The applicant took it back", "申请人撤回申请")
    source = (states.APPLIED,)
    target = (states.WITHDRAWN,)
    tells = (Tell("holder", "dispute.withdrawn"),)


ENDING = (EndWithoutAgreement, PartyEnded, ApplicantWithdrew)
"""As they stand in the dispute's table."""
