"""What stands before whoever rings: the request, what was answered and tried, and the three questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from linli.domains.matters.queries import Matter, choices_for, get_by_number, may_act, timeline
from linli.domains.people.actor import Actor
from linli.domains.places.queries import labels
from linli.domains.requests.lifecycle.request import CallBack, Verify
from linli.domains.requests.queries import Attempted, RequestView, attempts, calls, request_view
from linli.kernel.lifecycle.forms import TransitionForm, form_for
from linli.kernel.refusal import NotAllowed
from linli.kernel.words import Words, say
from linli.office.matter.story import Slip, story

NOT_TO_CALL = say(
    "{number} is not to be called back by you now. Choose one from the queue.",
    "{number} 现在不需要你回访，请从队列里选。",
)


@dataclass(frozen=True)
class Script:
    """One call. `left` is how many wait after this one."""

    matter: Matter
    place: Words | str
    view: RequestView
    slips: Sequence[Slip]
    tried: Sequence[Attempted]
    form: TransitionForm
    left: int


def script(number: str, *, by: Actor, now: datetime, form: TransitionForm | None = None) -> Script:
    """The script of one request, with the form as it was sent or a new one."""
    matter = get_by_number(number, by=by)
    if form is None and not may_act(CallBack, matter, by, now=now):
        raise NotAllowed(NOT_TO_CALL.fill(number=matter.number))
    moments = timeline(matter, staff=True)
    return Script(
        matter=matter,
        place=labels([matter.path]).get(matter.path, ""),
        view=request_view(matter),
        slips=[slip for slip in story(moments, {}, number=matter.number) if slip.texts and _matters(slip)],
        tried=attempts(matter.pk),
        form=form or form_for(CallBack, choices=choices_for(matter))(auto_id="act_%s"),
        left=sum(each.matter.pk != matter.pk for each in calls(by=by)),
    )


def _matters(slip: Slip) -> bool:
    """What was said to and by the resident, and what was seen on site; not what units wrote to one another."""
    return slip.side != "inside" or slip.verb == Verify.verb()
