"""Calling departments together (吹哨): the community asks, the subdistrict whistles; the lead stays who it was."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from linli.domains.requests.guards import not_whistled_for
from linli.domains.requests.parts import dispatcher, system, whistler
from linli.domains.requests.states import CLOSED, EXTERNAL, OPEN, UNANSWERED, UNDONE, WITHDRAWN
from linli.domains.requests.vocabulary import WhistleGround
from linli.domains.requests.whistle_states import BLOWN, NOT_BLOWN, WHISTLE_ASKED, WHISTLE_LAPSED, WHISTLE_OVER
from linli.kernel.lifecycle import Detail, Lifecycle, StaffText, Start, Stop, Tell, Tone, Transition
from linli.kernel.words import say

ANYWHERE = (*OPEN, CLOSED, WITHDRAWN, UNDONE)
"""The last verdict may come after the resident's, or after an import was undone."""
GROUND = Detail(say("Ground", "吹哨理由"))
UNITS = Detail(say("Who must report in", "吹哨哪些部门"), choices="units")
TASK = Detail(
    say("What each of them must do", "需要各部门做什么"),
    hint=say("Everybody called reads it.", "被吹哨的部门都能看到。"),
    rows=3,
)


class AskToWhistle(Transition):
    """More than the lead must act: with the ground and what was tried; nothing stands still meanwhile."""

    words = say("Ask to call departments", "申请吹哨")
    source = tuple(state for state in UNANSWERED if state != EXTERNAL)
    who = dispatcher
    guards = (not_whistled_for,)
    duty = False
    tone = Tone.WAIT

    ground: Annotated[WhistleGround, GROUND]
    evidence: Annotated[
        StaffText, Field(min_length=2), Detail(say("What was tried, whom it needs", "已做了什么、需要谁"), rows=3)
    ]


class Whistled(Transition):
    """Follows the decision: these departments were called; the resident is told which."""

    words = say("Departments were called together", "已吹哨，请部门报到")
    source = ANYWHERE
    who = system
    derived = True
    tells = (Tell("opener", "request.whistled"),)

    units: Annotated[tuple[UUID, ...], Detail(say("Called", "吹哨部门"), choices="units")]


class NotWhistled(Transition):
    """Follows the decision, or an answer that came before it: nobody was called."""

    words = say("Nobody was called", "未吹哨")
    source = ANYWHERE
    who = system
    derived = True


class WhistleEnded(Transition):
    """Follows the last verdict: everybody called has been judged or let go."""

    words = say("All who were called are done", "吹哨办结")
    source = ANYWHERE
    who = system
    derived = True


class OpenWhistle(Transition):
    """What was asked, as a matter of its own that waits for its decision."""

    words = say("Ask to call departments", "申请吹哨")
    target = (WHISTLE_ASKED,)
    who = dispatcher
    clocks = (Start("decide_whistle", "requests.decide_whistle.{ground}"),)
    derived = True

    ground: Annotated[WhistleGround, GROUND]


class Blow(Transition):
    """The subdistrict calls departments, each of which must report in."""

    words = say("Whistle", "吹哨")
    source = (WHISTLE_ASKED,)
    target = (BLOWN,)
    who = whistler
    clocks = (Stop("decide_whistle"),)
    tells = (Tell("holder", "whistle.blown"),)

    units: Annotated[tuple[UUID, ...], Field(min_length=1, max_length=8), UNITS]
    task: Annotated[StaffText, Field(min_length=2), TASK]


class RefuseToWhistle(Transition):
    """The subdistrict calls nobody and says why; the lead goes on."""

    words = say("Refuse to whistle", "不同意吹哨")
    source = (WHISTLE_ASKED,)
    target = (NOT_BLOWN,)
    who = whistler
    clocks = (Stop("decide_whistle"),)
    tells = (Tell("holder", "whistle.refused"),)
    tone = Tone.WRONG

    reason: Annotated[StaffText, Field(min_length=2), Detail(say("Reason", "意见"), rows=2)]


class CallAlso(Transition):
    """Someone else is needed too."""

    words = say("Call more departments", "追加吹哨")
    source = (BLOWN,)
    target = (BLOWN,)
    who = whistler
    duty = False

    units: Annotated[tuple[UUID, ...], Field(min_length=1, max_length=8), UNITS]
    task: Annotated[StaffText, Field(min_length=2), TASK]


class EndWhistle(Transition):
    """Follows the last report-in: everybody called has been judged or let go."""

    words = say("Over", "吹哨办结")
    source = (BLOWN,)
    target = (WHISTLE_OVER,)
    who = system
    derived = True


class LapseWhistle(Transition):
    """Follows the request: it was answered or ended before anybody decided."""

    words = say("No longer needed", "吹哨申请失效")
    source = (WHISTLE_ASKED,)
    target = (WHISTLE_LAPSED,)
    who = system
    derived = True


WHISTLING = (AskToWhistle, Whistled, NotWhistled, WhistleEnded)
"""As they stand in the request's table."""

WHISTLE = Lifecycle(
    kind="whistle",
    words=say("Whistle", "吹哨"),
    states=(WHISTLE_ASKED, BLOWN, NOT_BLOWN, WHISTLE_OVER, WHISTLE_LAPSED),
    opening=OpenWhistle,
    transitions=(Blow, RefuseToWhistle, CallAlso, EndWhistle, LapseWhistle),
)
