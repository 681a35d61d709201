"""Exclusions (剔除): each request's own matter until it is decided, an ask that is counted, a fact of the request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from linli.domains.matters.asks import ask_many, decide_many
from linli.domains.matters.engine import Act, Draft, Move, open_within, perform_many
from linli.domains.matters.models.ask import Outcome
from linli.domains.requests.kinds import EXCLUSIONS, REQUESTS
from linli.domains.requests.lifecycle.exclusion import (
    EXCLUSION,
    AskToExclude,
    CountOn,
    Exclude,
    GrantExclusion,
    OpenExclusion,
    RefuseExclusion,
)
from linli.domains.requests.states import EXCLUSION_ASKED, LEFT_OUT
from linli.kernel.lifecycle import Transition


@REQUESTS.upon(AskToExclude)
def _wait(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts["exclusion"] = EXCLUSION_ASKED.code
        act.matter.facts["exclusions"] = act.matter.facts.get("exclusions", 0) + 1


@REQUESTS.after(AskToExclude)
def _open(acts: Sequence[Act]) -> None:
    drafts = [Draft(details=OpenExclusion(ground=act.given(AskToExclude).ground), parent=act.matter) for act in acts]
    opened = open_within(EXCLUSION.kind, drafts, by=acts[0].by, at=acts[0].at)
    ask_many(EXCLUSION.kind, [(one.matter, one.given(OpenExclusion).ground) for one in opened], act=acts[0])


@EXCLUSIONS.after(GrantExclusion)
def _leave_out(acts: Sequence[Act]) -> None:
    decide_many(EXCLUSION.kind, acts, Outcome.GRANTED)
    _tell(acts, Exclude())


@EXCLUSIONS.after(RefuseExclusion)
def _count_on(acts: Sequence[Act]) -> None:
    decide_many(EXCLUSION.kind, acts, Outcome.REFUSED)
    _tell(acts, CountOn())


def _tell(acts: Sequence[Act], details: Transition) -> None:
    moves = [Move(matter=act.parent.pk, details=details) for act in acts]
    outcome = perform_many(moves, by=replace(acts[0].by, system=True), at=acts[0].at)
    for refusal in outcome.refused.values():
        raise refusal


@REQUESTS.upon(Exclude)
def _is_left_out(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts["exclusion"] = LEFT_OUT.code


@REQUESTS.upon(CountOn)
def _counts(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts.pop("exclusion", None)
