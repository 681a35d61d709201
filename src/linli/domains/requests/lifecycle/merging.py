"""Requests about the same thing are worked on once (并案); every reporter keeps their own answer and verdict."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from linli.domains.requests.guards import nobody_called
from linli.domains.requests.parts import dispatcher, system
from linli.domains.requests.states import DISPATCHED, FILED, IN_PROGRESS, MERGED, REOPENED, REPLIED, SIGNED
from linli.kernel.lifecycle import Detail, FreeText, StaffText, Start, Stop, Tell, Transition
from linli.kernel.words import say


class Merge(Transition):
    """It goes with another that leads; its own time runs on, and its reporter hears and judges for themself."""

    words = say("Work on it with another", "并案办理")
    source = (FILED, DISPATCHED, SIGNED, IN_PROGRESS, REOPENED)
    target = (MERGED,)
    who = dispatcher
    guards = (nobody_called,)
    clocks = (Stop("dispatch"),)
    tells = (Tell("opener", "request.merged"),)
    duty = False

    into: Annotated[
        str,
        Field(min_length=3, max_length=20),
        Detail(
            say("Number of the one that leads", "并入哪件（编号）"),
            hint=say("It goes on; this one gets its answer too.", "由那一件继续办，答复也会发给这一件的居民。"),
        ),
    ]
    reason: Annotated[StaffText, Detail(say("Why they are the same", "为什么是同一件事"), rows=2)] = ""


class Unmerge(Transition):
    """It is another thing after all, or the one that led was taken back: it goes its own way."""

    words = say("Take it out again", "拆出单独办理")
    source = (MERGED,)
    target = (FILED,)
    who = dispatcher | system
    clocks = (Start("dispatch", "requests.dispatch.{urgency}"),)
    tells = (Tell("opener", "request.unmerged"),)
    duty = False

    reason: Annotated[StaffText, Detail(say("Reason", "意见"), rows=2)] = ""


class MergedAnswered(Transition):
    """Follows the one that leads: its answer is given to this reporter too, in their own file."""

    words = say("Answered", "已答复")
    source = (MERGED,)
    target = (REPLIED,)
    who = system
    derived = True
    clocks = (Stop("answer"), Stop("city_answer"), Start("verify", "requests.verify"))
    tells = (Tell("opener", "request.replied"), Tell("followers", "request.replied_to_neighbours"))

    text: Annotated[FreeText, Detail(say("Answer", "答复内容"))]
    unit: Annotated[UUID | None, Detail(say("Unit that answered", "答复单位"))] = None
    account: Annotated[UUID | None, Detail(say("Who answered", "答复人"))] = None


MERGING = (Merge, Unmerge, MergedAnswered)
"""As they stand in the request's table."""
