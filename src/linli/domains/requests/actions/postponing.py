"""More time (延期) and setting aside (挂账): each an ask that is decided, counted and told to the resident."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from linli.domains.matters.asks import ask_many, decide_many, lapse_many
from linli.domains.matters.engine import Act
from linli.domains.matters.models.ask import Outcome
from linli.domains.requests.kinds import ASSIGNMENTS, REQUESTS
from linli.domains.requests.lifecycle import postponing
from linli.domains.requests.lifecycle.assignment import Answer, End
from linli.domains.requests.lifecycle.led import LeadExtended
from linli.domains.requests.states import EXTENSION_ASKED

EXTENSION, SUSPENSION = "extension", "suspension"


@ASSIGNMENTS.after(postponing.AskToExtend)
def _ask_for_time(acts: Sequence[Act]) -> None:
    ask_many(EXTENSION, [(act.matter, act.given(postponing.AskToExtend).ground) for act in acts], act=acts[0])


@ASSIGNMENTS.after(postponing.AskToSuspend)
def _ask_to_set_aside(acts: Sequence[Act]) -> None:
    ask_many(SUSPENSION, [(act.matter, act.given(postponing.AskToSuspend).ground) for act in acts], act=acts[0])


@ASSIGNMENTS.upon(postponing.GrantExtension)
@REQUESTS.upon(LeadExtended)
def _once(acts: Sequence[Act]) -> None:
    """Remembered with both: the next round's assignment takes its facts from the request."""
    for act in acts:
        act.matter.facts["extended"] = True


@ASSIGNMENTS.after(postponing.GrantExtension)
def _give_time(acts: Sequence[Act]) -> None:
    decide_many(EXTENSION, acts, Outcome.GRANTED)


@ASSIGNMENTS.after(postponing.RefuseExtension)
def _give_no_time(acts: Sequence[Act]) -> None:
    decide_many(EXTENSION, acts, Outcome.REFUSED)


@ASSIGNMENTS.after(postponing.GrantSuspension)
def _set_aside(acts: Sequence[Act]) -> None:
    def day(act: Act) -> str:
        return act.given(postponing.GrantSuspension).review_on.isoformat()

    for _, some in groupby(sorted(acts, key=day), key=day):
        same = list(some)
        decide_many(SUSPENSION, same, Outcome.GRANTED, until=same[0].given(postponing.GrantSuspension).review_on)


@ASSIGNMENTS.after(postponing.RefuseSuspension)
def _go_on(acts: Sequence[Act]) -> None:
    decide_many(SUSPENSION, acts, Outcome.REFUSED)


@ASSIGNMENTS.after(Answer)
def _needs_no_time(acts: Sequence[Act]) -> None:
    if answered_early := [act for act in acts if act.source == EXTENSION_ASKED]:
        lapse_many(answered_early)


@ASSIGNMENTS.after(End)
def _nothing_to_decide(acts: Sequence[Act]) -> None:
    lapse_many(acts)
