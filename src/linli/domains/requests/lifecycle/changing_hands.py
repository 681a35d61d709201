"""A case changes hands (交接): a colleague of the same unit is named instead; where it stands and its clocks stay."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, ClassVar
from uuid import UUID

from linli.domains.matters.models import Matter
from linli.domains.requests.parts import leader
from linli.domains.requests.states import (
    TAKEN_ON,
)
from linli.domains.requests.whistle_states import REPORTED_IN
from linli.kernel.lifecycle import Detail, Guard, StaffText, State, Transition
from linli.kernel.words import Words, say

COLLEAGUES = "colleagues"
"""The source of options: whoever answers for the same unit there, and is not away."""


def _named(matter: Matter, details: Any, at: datetime) -> Words | None:
    if matter.holder_id is not None:
        return None
    return say(
        "Nobody has taken it yet. Whoever presses “I take it” is named.", "还没有人接。谁点“我来办”，就由谁负责。"
    )


def _another(matter: Matter, details: Any, at: datetime) -> Words | None:
    if details.to != matter.holder_id:
        return None
    return say("It is in their name already. Nothing needs doing.", "已经在此人名下，不用再交接。")


in_somebodys_name = Guard(say("somebody is named", "已有承办人"), _named, before_asking=True)
to_somebody_else = Guard(say("to somebody else", "交给另一人"), _another)


class HandToColleague(Transition):
    """Whoever leads the unit names another of its people; both are told, and the resident where a name was shown."""

    words = say("Hand to a colleague", "交接给同事")
    source: ClassVar[tuple[State, ...]] = TAKEN_ON
    who = leader
    guards = (in_somebodys_name, to_somebody_else)
    duty = False
    public = False

    to: Annotated[
        UUID,
        Detail(
            say("To whom?", "交给谁？"),
            hint=say("Whoever answers for the unit here and is not away.", "本单位在此处承办、没有不在岗的人。"),
            choices=COLLEAGUES,
        ),
    ]
    note: Annotated[
        StaffText,
        Detail(say("What they should know: visits agreed, what comes next", "要交代的：约好的上门、下一步"), rows=3),
    ] = ""


class HandShareToColleague(HandToColleague):
    """The same for a department's share of a whistle."""

    source: ClassVar[tuple[State, ...]] = (REPORTED_IN,)
