"""Which acts the city is told of, as what, and with which words."""

from __future__ import annotations

from typing import NamedTuple

from linli.domains.requests.hotline.vocabulary import Telling
from linli.domains.requests.lifecycle import assignment as lead
from linli.domains.requests.lifecycle.dismissing import Dismiss, RejectObjection, UpholdObjection
from linli.domains.requests.lifecycle.handing_over import AskThereAgain, HandOver, PassOnAnswer
from linli.domains.requests.lifecycle.led import LeadExtended, LeadSetAside, LeadTakenUpAgain, LeadWaits
from linli.domains.requests.lifecycle.merging import MergedAnswered
from linli.domains.requests.lifecycle.request import Accept, CallBack, DeclineToAccept, Judge, Reopen, Withdraw
from linli.kernel.lifecycle import Transition


class Told(NamedTuple):
    """What an act is to the city, and which of its texts goes along; what a resident wrote never does."""

    telling: Telling
    text: str = ""


OF_REQUEST: dict[type[Transition], Told] = {
    Accept: Told(Telling.SIGNED),
    DeclineToAccept: Told(Telling.BOUNCED, "reason"),
    Dismiss: Told(Telling.BOUNCED, "reason"),
    UpholdObjection: Told(Telling.PROGRESS),
    RejectObjection: Told(Telling.BOUNCED, "reason"),
    HandOver: Told(Telling.PROGRESS, "body"),
    AskThereAgain: Told(Telling.PROGRESS, "text"),
    LeadWaits: Told(Telling.PROGRESS),
    LeadExtended: Told(Telling.PROGRESS),
    LeadSetAside: Told(Telling.PROGRESS),
    LeadTakenUpAgain: Told(Telling.PROGRESS),
    PassOnAnswer: Told(Telling.REPLIED, "text"),
    MergedAnswered: Told(Telling.REPLIED, "text"),
    CallBack: Told(Telling.RESULT),
    Judge: Told(Telling.RESULT),
    Reopen: Told(Telling.PROGRESS),
    Withdraw: Told(Telling.RESULT),
}
"""Of the request's own acts."""

OF_LEAD: dict[type[Transition], Told] = {
    lead.ReportProgress: Told(Telling.PROGRESS, "text"),
    lead.Answer: Told(Telling.REPLIED, "text"),
}
"""Of the leading unit's."""

BY_VERB = {transition.verb(): told for transition, told in (OF_REQUEST | OF_LEAD).items()}
"""The same by an event's verb."""
