"""How a notice ends: corrected by a later one, withdrawn with a reason, filed away; always in sight."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from linli.domains.notices.guards import names_nobody
from linli.domains.notices.parts import reviewer, system, writer
from linli.domains.notices.states import ARCHIVED, CORRECTED, PUBLISHED, STANDING, WITHDRAWN
from linli.kernel.lifecycle import Detail, StaffText, Tone, Transition
from linli.kernel.words import say


class WithdrawNotice(Transition):
    """It holds no longer; words and reason stay for all to read."""

    words = say("Withdraw it", "撤回")
    source = STANDING
    target = (WITHDRAWN,)
    who = writer | reviewer
    guards = (names_nobody,)
    tone = Tone.WRONG
    duty = False

    reason: Annotated[
        StaffText,
        Field(min_length=2, max_length=500),
        Detail(say("Why, for all to read", "撤回理由（公开）"), rows=3),
    ]


class BeCorrected(Transition):
    """Follows the publication of its correction."""

    words = say("Corrected", "被更正")
    source = STANDING
    target = (CORRECTED,)
    who = system
    derived = True


class Archive(Transition):
    """Its last day has passed."""

    words = say("File it away", "归档")
    source = (PUBLISHED,)
    target = (ARCHIVED,)
    who = system
    derived = True
