"""Talking: sessions arranged with both parties, and held; both read when, where and what was said."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from linli.domains.requests.disputes import guards, states
from linli.domains.requests.disputes.lifecycle.acts import Confidential
from linli.domains.requests.disputes.parts import mediator
from linli.kernel.lifecycle import Detail, FreeText, Start, Stop
from linli.kernel.words import say


class ArrangeSession(Confidential):
    """The next session has its day; both parties are told, and read when and where."""

    words = say("Arrange the next session", "约定下次调解")
    source = (states.MEDIATING,)
    who = mediator
    guards = (guards.session_ahead,)
    clocks = (Start("session", "disputes.session", until="session_on"),)
    duty = False

    session_on: Annotated[date, Detail(say("On", "哪一天"))]
    where: Annotated[FreeText, Field(min_length=2), Detail(say("At what time, and where", "几点、在哪里"), rows=2)]


class HoldSession(Confidential):
    """A session was held; both parties read its minutes."""

    words = say("Record a session", "记录一次调解")
    source = (states.MEDIATING,)
    who = mediator
    guards = (guards.already_held,)
    clocks = (Stop("session"),)

    held_on: Annotated[date, Detail(say("Held on", "调解日期"))]
    present: Annotated[FreeText, Field(min_length=2), Detail(say("Who was there", "参加人"), rows=2)]
    minutes: Annotated[FreeText, Field(min_length=2), Detail(say("Minutes", "调解笔录"), rows=8)]


SESSIONS = (HoldSession, ArrangeSession)
"""As they stand in the dispute's table."""
