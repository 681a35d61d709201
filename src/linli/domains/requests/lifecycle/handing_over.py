"""What somebody outside this house must do (转办): handed over with a day to hear of it; the first receiver stays."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from linli.domains.requests.guards import heard_of_in_time, shares_done
from linli.domains.requests.parts import dispatcher
from linli.domains.requests.states import EXTERNAL, FILED, REOPENED, REPLIED
from linli.kernel.lifecycle import Detail, FreeText, StaffText, Start, Stop, Tell, Tone, Transition
from linli.kernel.words import say

HEARD_BY = Detail(
    say("We ask there again on", "何日再去催问"),
    hint=say("The resident is told this day.", "这个日期会告诉居民。"),
)


class HandOver(Transition):
    """A body that does not work here answers it; we keep asking there until it has, and the answer's time runs on."""

    words = say("Hand over to a body outside", "转外部单位办理")
    source = (FILED, REOPENED)
    target = (EXTERNAL,)
    who = dispatcher
    guards = (heard_of_in_time,)
    clocks = (Stop("dispatch"), Start("external", "requests.external", until="ask_on"))
    tells = (Tell("opener", "request.handed_over"),)
    duty = False

    body: Annotated[
        FreeText,
        Field(min_length=2),
        Detail(say("To whom, and how the resident reaches them", "转给谁、居民怎么联系"), rows=2),
    ]
    reference: Annotated[
        str, Field(max_length=40, pattern=r"^[\w/.-]*$"), Detail(say("Their number for it", "对方的受理编号"))
    ] = ""
    ask_on: Annotated[date, HEARD_BY]


class AskThereAgain(Transition):
    """What they said so far, and when we ask again."""

    words = say("Record what they said", "记录催问情况")
    source = (EXTERNAL,)
    target = (EXTERNAL,)
    who = dispatcher
    guards = (heard_of_in_time,)
    clocks = (Start("external", "requests.external", until="ask_on"),)

    text: Annotated[FreeText, Field(min_length=2), Detail(say("What did they say?", "对方怎么说？"), rows=3)]
    ask_on: Annotated[date, HEARD_BY]


class PassOnAnswer(Transition):
    """Their answer, passed on to the resident; it is checked and judged as any other."""

    words = say("Pass on their answer", "转达对方答复")
    source = (EXTERNAL,)
    target = (REPLIED,)
    who = dispatcher
    guards = (shares_done,)
    clocks = (Stop("external"), Stop("answer"), Stop("city_answer"), Start("verify", "requests.verify"))
    tells = (Tell("opener", "request.replied"), Tell("followers", "request.replied_to_neighbours"))

    text: Annotated[FreeText, Field(min_length=2), Detail(say("Their answer", "对方的答复"), rows=6)]


class TakeBack(Transition):
    """They do not do it after all: a unit of our own does."""

    words = say("Take it back", "收回自办")
    source = (EXTERNAL,)
    target = (FILED,)
    who = dispatcher
    clocks = (Stop("external"), Start("dispatch", "requests.dispatch.{urgency}"))
    tone = Tone.WRONG
    duty = False

    reason: Annotated[StaffText, Field(min_length=2), Detail(say("Reason", "原因"), rows=2)]


HANDING_OVER = (HandOver, PassOnAnswer, AskThereAgain, TakeBack)
"""As they stand in the request's table."""
