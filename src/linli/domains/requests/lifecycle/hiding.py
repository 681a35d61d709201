"""Hiding from neighbours (对邻居隐藏) what was shared: with its ground, told, and one appeal that someone else decides.

It touches what neighbours see and nothing else: the request goes on, its clocks run, its verdict stays.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from linli.domains.matters.hiding import Scope
from linli.domains.requests.hiding_guards import (
    hidden_now,
    law_is_named,
    no_appeal_waits,
    not_appealed_yet,
    not_hidden_now,
    not_restored_on_this_ground,
    shared_with_neighbours,
    within_appeal_window,
)
from linli.domains.requests.hiding_states import APPEALED, HIDDEN, RESTORED, STAYS_HIDDEN, UNHIDDEN
from linli.domains.requests.parts import hiding_judge, moderator, opener, system
from linli.domains.requests.states import CLOSED, OBJECTED, OPEN, RECEIVED, UNDONE, WITHDRAWN
from linli.domains.requests.vocabulary import HidingGround
from linli.kernel.lifecycle import Detail, FreeText, Lifecycle, Start, Stop, Tell, Tone, Transition
from linli.kernel.words import say

SHOWN = (*(state for state in OPEN if state not in (RECEIVED, OBJECTED)), CLOSED)
"""Where a shared request is read by neighbours."""
ANYWHERE = (*SHOWN, WITHDRAWN, UNDONE)
"""A decision may come after it was taken back."""
SCOPE = Detail(say("What neighbours no longer see", "对邻居隐藏哪些"))
GROUND = Detail(say("Ground", "理由"))
WHY = Detail(say("Why, in words for whoever wrote it", "给发布人的说明"), rows=3)


class HideFromNeighbours(Transition):
    """Neighbours read the ground in place of the words; whoever wrote them still reads them, and is told."""

    words = say("Hide from neighbours", "对邻居隐藏")
    source = SHOWN
    who = moderator
    guards = (shared_with_neighbours, not_hidden_now, not_restored_on_this_ground, law_is_named)
    tells = (Tell("opener", "request.hidden"),)
    tone = Tone.WRONG
    duty = False

    scope: Annotated[Scope, SCOPE]
    ground: Annotated[HidingGround, GROUND]
    law: Annotated[
        FreeText,
        Detail(say("Which law, where the law forbids it", "违反哪部法律、哪一条（理由为违法时填）")),
    ] = ""
    reason: Annotated[FreeText, Field(min_length=2), WHY]


class ShowAgain(Transition):
    """Whoever may hide it takes the hiding back."""

    words = say("Show neighbours again", "恢复对邻居显示")
    source = SHOWN
    who = moderator
    guards = (hidden_now, no_appeal_waits)
    tells = (Tell("opener", "request.shown_again"),)
    duty = False

    reason: Annotated[FreeText, Field(min_length=2), WHY]


class AppealHiding(Transition):
    """Whoever wrote it says why neighbours should see it; somebody else than who hid it decides."""

    words = say("Appeal: neighbours should see it", "申诉：应当让邻居看到")
    source = SHOWN
    who = opener
    guards = (hidden_now, not_appealed_yet, within_appeal_window)
    duty = False

    reason: Annotated[
        FreeText, Field(min_length=2), Detail(say("Why should neighbours see it?", "为什么应当让邻居看到？"), rows=3)
    ]


class HidingUpheld(Transition):
    """Follows the decision: neighbours do not see it."""

    words = say("Stays hidden from neighbours", "维持对邻居隐藏")
    source = ANYWHERE
    who = system
    tells = (Tell("opener", "request.stays_hidden"),)
    derived = True


class HidingLifted(Transition):
    """Follows the decision: neighbours see it again."""

    words = say("Shown to neighbours again", "已恢复对邻居显示")
    source = ANYWHERE
    who = system
    tells = (Tell("opener", "request.shown_again"),)
    derived = True


class OpenHiding(Transition):
    """What was hidden, as a matter of its own: who hid it, on which ground, what became of it."""

    words = say("Hide from neighbours", "对邻居隐藏")
    target = (HIDDEN,)
    who = moderator
    derived = True

    scope: Annotated[Scope, SCOPE]
    ground: Annotated[HidingGround, GROUND]


class BeAppealed(Transition):
    """Follows the appeal: somebody else has to decide."""

    words = say("Appealed against", "已申诉")
    source = (HIDDEN,)
    target = (APPEALED,)
    who = system
    clocks = (Start("decide_hiding", "requests.decide_hiding"),)
    derived = True


class UpholdHiding(Transition):
    """The hiding was right."""

    words = say("Neighbours should not see it", "维持隐藏")
    source = (APPEALED,)
    target = (STAYS_HIDDEN,)
    who = hiding_judge
    clocks = (Stop("decide_hiding"),)
    tone = Tone.WRONG

    reason: Annotated[FreeText, Field(min_length=2), WHY]


class Restore(Transition):
    """The appeal is right: neighbours see it at once."""

    words = say("Neighbours should see it", "申诉成立，恢复显示")
    source = (APPEALED,)
    target = (RESTORED,)
    who = hiding_judge
    clocks = (Stop("decide_hiding"),)

    reason: Annotated[FreeText, Field(min_length=2), WHY]


class Unhide(Transition):
    """Follows whoever may hide it: they took it back."""

    words = say("Shown again", "已恢复显示")
    source = (HIDDEN, STAYS_HIDDEN)
    target = (UNHIDDEN,)
    who = system
    derived = True


HIDING_ACTS = (HideFromNeighbours, ShowAgain, AppealHiding, HidingUpheld, HidingLifted)
"""As they stand in the request's table."""

HIDING = Lifecycle(
    kind="hiding",
    words=say("Hiding from neighbours", "对邻居隐藏"),
    states=(HIDDEN, APPEALED, STAYS_HIDDEN, RESTORED, UNHIDDEN),
    opening=OpenHiding,
    transitions=(Restore, UpholdHiding, BeAppealed, Unhide),
)
