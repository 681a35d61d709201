"""Leaving a request out of the figures (剔除): asked with evidence, decided by the supervisor, always counted."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from linli.domains.requests.guards import not_left_out
from linli.domains.requests.parts import dispatcher, supervisor, system
from linli.domains.requests.states import (
    CALLBACK,
    CLOSED,
    EXCLUSION_ASKED,
    EXCLUSION_REFUSED,
    LEFT_OUT,
    OPEN,
    REPLIED,
    UNANSWERED,
    VERIFIED,
    WITHDRAWN,
)
from linli.domains.requests.vocabulary import ExclusionGround
from linli.kernel.lifecycle import Detail, Lifecycle, StaffText, Start, Stop, Tell, Tone, Transition
from linli.kernel.words import say

ANYWHERE = (*OPEN, CLOSED, WITHDRAWN)
"""A decision may come after the resident took it back."""
GROUND = Detail(say("Ground", "理由"))
EVIDENCE = Detail(say("Evidence", "依据"), rows=3)


class AskToExclude(Transition):
    """The unit could not have done it; nothing changes for the resident."""

    words = say("Ask to leave it out of the figures", "申请剔除")
    source = (*UNANSWERED, REPLIED, VERIFIED, CALLBACK, CLOSED)
    who = dispatcher
    guards = (not_left_out,)
    duty = False
    tone = Tone.WRONG

    ground: Annotated[ExclusionGround, GROUND]
    evidence: Annotated[StaffText, Field(min_length=2), EVIDENCE]


class Exclude(Transition):
    """Follows the decision: it is left out, and stands beside the figures."""

    words = say("Left out of the figures", "已剔除")
    source = ANYWHERE
    who = system
    derived = True


class CountOn(Transition):
    """Follows the decision: it counts as any other."""

    words = say("Not left out of the figures", "未予剔除")
    source = ANYWHERE
    who = system
    derived = True


class OpenExclusion(Transition):
    """What was asked, as a matter of its own that waits for its decision."""

    words = say("Ask to leave it out of the figures", "申请剔除")
    target = (EXCLUSION_ASKED,)
    who = dispatcher
    clocks = (Start("decide_exclusion", "requests.decide_exclusion"),)
    derived = True

    ground: Annotated[ExclusionGround, GROUND]


class GrantExclusion(Transition):
    """The supervisor agrees; the figures count it beside, not within."""

    words = say("Agree to leave it out", "同意剔除")
    source = (EXCLUSION_ASKED,)
    target = (LEFT_OUT,)
    who = supervisor
    clocks = (Stop("decide_exclusion"),)
    tells = (Tell("holder", "exclusion.granted"),)

    reason: Annotated[StaffText, Field(min_length=2), Detail(say("Reason", "意见"), rows=2)]


class RefuseExclusion(Transition):
    """The supervisor disagrees; it counts as any other."""

    words = say("Refuse to leave it out", "不同意剔除")
    source = (EXCLUSION_ASKED,)
    target = (EXCLUSION_REFUSED,)
    who = supervisor
    clocks = (Stop("decide_exclusion"),)
    tells = (Tell("holder", "exclusion.refused"),)
    tone = Tone.WRONG

    reason: Annotated[StaffText, Field(min_length=2), Detail(say("Reason", "意见"), rows=2)]


EXCLUDING = (AskToExclude, Exclude, CountOn)
"""As they stand in the request's table."""

EXCLUSION = Lifecycle(
    kind="exclusion",
    words=say("Exclusion", "剔除申请"),
    states=(EXCLUSION_ASKED, LEFT_OUT, EXCLUSION_REFUSED),
    opening=OpenExclusion,
    transitions=(GrantExclusion, RefuseExclusion),
)
