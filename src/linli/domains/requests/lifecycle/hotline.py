"""What the city's hotline (12345) says about a request: derived acts that nobody can press and that decide nothing."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from linli.domains.requests.parts import system
from linli.domains.requests.states import CLOSED, DISMISSED, NOT_ACCEPTED, OPEN, WITHDRAWN
from linli.kernel.lifecycle import Detail, FreeText, StaffText, Start, Stop, Tell, Transition
from linli.kernel.words import say

ANY = (*OPEN, CLOSED, NOT_ACCEPTED, DISMISSED, WITHDRAWN)
RULE = "requests.city_deadline"
"""How far ahead a deadline of the city may lie and still be believed."""


class HearCity(Transition):
    """The city sent it, or sent more about it: words, and its own deadlines beside ours."""

    words = say("Word from 12345", "12345 来件")
    source = ANY
    who = system
    derived = True
    public = False
    clocks = (
        Start("city_sign_for", RULE, until="sign_for_by"),
        Start("city_answer", RULE, until="answer_by"),
    )
    tells = (Tell("holder", "request.city_spoke"),)

    text: Annotated[FreeText, Detail(say("What it says now", "来件内容"))] = ""
    note: Annotated[StaffText, Detail(say("What is different", "变化"))] = ""
    sign_for_by: Annotated[datetime | None, Detail(say("The city wants it signed for by", "市热线签收时限"))] = None
    answer_by: Annotated[datetime | None, Detail(say("The city wants an answer by", "市热线办结时限"))] = None


class CityTookBack(Transition):
    """The city no longer waits for it; whether the resident does, the desk asks."""

    words = say("12345 took its order back", "12345 撤单")
    source = ANY
    who = system
    derived = True
    public = False
    clocks = (Stop("city_sign_for"), Stop("city_answer"))
    tells = (Tell("holder", "request.city_spoke"),)

    note: Annotated[StaffText, Detail(say("What the city says", "市热线说明"))] = ""


HOTLINE = (HearCity, CityTookBack)
"""As they stand in the request's table."""
