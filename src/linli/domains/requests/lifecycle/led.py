"""What a request does because its lead assignment did something: derived acts, which nobody can press."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated
from uuid import UUID

from linli.domains.requests.parts import system
from linli.domains.requests.states import (
    DISPATCHED,
    EXTERNAL,
    FILED,
    IN_PROGRESS,
    INFO_REQUESTED,
    MERGED,
    PLANNED,
    REPLIED,
    SIGNED,
    SUSPENDED,
)
from linli.kernel.lifecycle import Detail, Extend, Pause, Resume, Start, Stop, Tell, Transition
from linli.kernel.words import say


class LeadSigned(Transition):
    """Follows the lead assignment: signed for."""

    words = say("Signed for", "已签收")
    source = (DISPATCHED,)
    target = (SIGNED,)
    who = system
    derived = True
    tells = (Tell("opener", "request.signed"),)


class LeadWorks(Transition):
    """Follows the lead assignment: at work."""

    words = say("At work", "开始办理")
    source = (SIGNED, INFO_REQUESTED)
    target = (IN_PROGRESS,)
    who = system
    derived = True
    clocks = (Resume("answer"),)


class LeadWaits(Transition):
    """Follows the lead assignment: it asked the resident something, and the clock stands still."""

    words = say("Asked you something", "请你补充")
    source = (SIGNED, IN_PROGRESS)
    target = (INFO_REQUESTED,)
    who = system
    derived = True
    clocks = (Pause("answer", say("waiting for what you were asked", "等你补充材料")),)
    tells = (Tell("opener", "request.info_requested"),)


class LeadAnswered(Transition):
    """Follows the lead assignment: there is an answer, and someone else checks it."""

    words = say("Answered", "已答复")
    source = (SIGNED, IN_PROGRESS)
    target = (REPLIED,)
    who = system
    derived = True
    clocks = (Stop("answer"), Stop("city_answer"), Start("verify", "requests.verify"))
    tells = (Tell("opener", "request.replied"), Tell("followers", "request.replied_to_neighbours"))

    unit: Annotated[UUID, Detail(say("Unit that answered", "答复单位"))]
    account: Annotated[UUID | None, Detail(say("Who answered", "答复人"))] = None


class LeadReturned(Transition):
    """Follows the lead assignment: the dispatcher took it back and sends it elsewhere."""

    words = say("Returned for another unit", "退单，改派")
    source = (DISPATCHED, SIGNED)
    target = (FILED,)
    who = system
    derived = True
    clocks = (Start("dispatch", "requests.dispatch.{urgency}"),)


class LeadExtended(Transition):
    """Follows the lead assignment: it was given more time."""

    words = say("Given more time", "延期")
    source = (SIGNED, IN_PROGRESS)
    target = (IN_PROGRESS,)
    who = system
    derived = True
    clocks = (Extend("answer", "requests.extension.{urgency}"),)
    tells = (Tell("opener", "request.extended"),)


class LeadSetAside(Transition):
    """Follows the lead assignment: it was set aside, or stays so after a review; the answer's clock stands still."""

    words = say("Set aside", "挂账")
    source = (SIGNED, IN_PROGRESS, SUSPENDED)
    target = (SUSPENDED,)
    who = system
    derived = True
    clocks = (
        Pause("answer", say("set aside", "挂账")),
        Start("review", "requests.suspension", until="review_on"),
    )
    tells = (Tell("opener", "request.suspended"),)

    review_on: Annotated[date, Detail(say("Looked at again on", "下次复核日期"))]


class LeadTakenUpAgain(Transition):
    """Follows the lead assignment: it is worked on again."""

    words = say("Worked on again", "恢复办理")
    source = (SUSPENDED,)
    target = (IN_PROGRESS,)
    who = system
    derived = True
    clocks = (Stop("review"), Resume("answer"))
    tells = (Tell("opener", "request.taken_up_again"),)


class LeadPlanned(Transition):
    """Follows the lead assignment: it has its day on a plan; the answer's clock stands still until then."""

    words = say("Put on plan", "列入计划")
    source = (SIGNED, IN_PROGRESS)
    target = (PLANNED,)
    who = system
    derived = True
    clocks = (Pause("answer", say("on plan", "列入计划")), Start("planned", "requests.plan", until="last_day"))
    tells = (Tell("opener", "request.planned"),)

    plan_on: Annotated[date, Detail(say("Worked on from", "计划开始办理的日期"))]

    @property
    def last_day(self) -> date:
        """The last day of waiting."""
        return self.plan_on - timedelta(days=1)


class LeadStartedPlanned(Transition):
    """Follows the lead assignment: its day has come, or it was begun before."""

    words = say("Planned work begins", "计划的事开始办")
    source = (PLANNED,)
    target = (IN_PROGRESS,)
    who = system
    derived = True
    clocks = (Stop("planned"), Resume("answer"))
    tells = (Tell("opener", "request.planned_begins"),)


class LeadChangedHands(Transition):
    """Follows the lead assignment: a colleague is named; whoever was shown the first name is told of the second."""

    words = say("Another colleague answers", "换由同事负责")
    source = (SIGNED, IN_PROGRESS, INFO_REQUESTED, SUSPENDED, PLANNED, EXTERNAL, MERGED)
    who = system
    derived = True
    public = False
    tells = (Tell("opener", "request.changed_hands"),)

    account: Annotated[UUID, Detail(say("Who answers now", "现承办人"))]


LED = (
    LeadSigned,
    LeadWorks,
    LeadWaits,
    LeadAnswered,
    LeadReturned,
    LeadExtended,
    LeadSetAside,
    LeadTakenUpAgain,
    LeadPlanned,
    LeadStartedPlanned,
    LeadChangedHands,
)
"""As they stand in the request's table."""
