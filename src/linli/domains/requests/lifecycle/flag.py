"""A neighbour finds improper what they see (举报不当内容): a matter of their own, closed with a reason."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from linli.domains.requests.hiding_guards import heeded_by_hiding
from linli.domains.requests.hiding_states import HEEDED, NOT_HEEDED, TO_LOOK_AT
from linli.domains.requests.parts import anyone, moderator
from linli.domains.requests.vocabulary import HidingGround
from linli.kernel.lifecycle import Detail, FreeText, Lifecycle, Start, State, Stop, Tell, Tone, Transition
from linli.kernel.words import say


class Flag(Transition):
    """Somebody says why neighbours should not see it; who says so nobody but the community learns."""

    words = say("Tell the community it should not be public", "举报不宜公开的内容")
    target = (TO_LOOK_AT,)
    who = anyone
    clocks = (Start("answer_flag", "requests.answer_flag"),)
    public = False
    tone = Tone.WRONG

    ground: Annotated[HidingGround, Detail(say("What is wrong with it?", "哪里不妥？"))]
    reason: Annotated[
        FreeText,
        Field(min_length=2),
        Detail(
            say("In your own words", "具体说明"),
            hint=say("Only the community reads this.", "只有社区能看到。"),
            rows=3,
        ),
    ]


class CloseFlag(Transition):
    """The community has looked: hidden, or left as it is, with the reason for whoever flagged it."""

    words = say("Answer the neighbour", "答复举报人")
    source = (TO_LOOK_AT,)
    target = (HEEDED, NOT_HEEDED)
    who = moderator
    guards = (heeded_by_hiding,)
    clocks = (Stop("answer_flag"),)
    tells = (Tell("opener", "flag.closed"),)
    public = False

    heeded: Annotated[bool, Detail(say("Is it hidden from neighbours?", "已对邻居隐藏？"))]
    reason: Annotated[
        FreeText, Field(min_length=2), Detail(say("In words for whoever flagged it", "给举报人的说明"), rows=3)
    ]

    def lands_on(self, source: State) -> State:
        """Heeded where it was hidden."""
        return HEEDED if self.heeded else NOT_HEEDED


FLAG = Lifecycle(
    kind="flag",
    words=say("Report of what should not be public", "不当公开内容举报"),
    states=(TO_LOOK_AT, HEEDED, NOT_HEEDED),
    opening=Flag,
    transitions=(CloseFlag,),
)
