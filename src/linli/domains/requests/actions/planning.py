"""Planned work (计划办理): an ask that is decided, counted and told; its day brings it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from linli.domains.matters.asks import ask_many, decide_many
from linli.domains.matters.engine import Act
from linli.domains.matters.models import Matter
from linli.domains.matters.models.ask import Outcome
from linli.domains.requests.kinds import ASSIGNMENTS
from linli.domains.requests.lifecycle.planning import AskToPlan, GrantPlan, RefusePlan

PLAN = "plan"


@ASSIGNMENTS.upon(AskToPlan)
def _remember_the_day(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts["plan_on"] = act.given(AskToPlan).plan_on.isoformat()


@ASSIGNMENTS.after(AskToPlan)
def _ask(acts: Sequence[Act]) -> None:
    ask_many(PLAN, [(act.matter, act.given(AskToPlan).ground) for act in acts], act=acts[0])


@ASSIGNMENTS.drafting(GrantPlan)
def _the_day_asked_for(matter: Matter) -> Mapping[str, str]:
    return {"plan_on": matter.facts["plan_on"]}


@ASSIGNMENTS.after(GrantPlan)
def _grant(acts: Sequence[Act]) -> None:
    def day(act: Act) -> str:
        return act.given(GrantPlan).last_day.isoformat()

    for _, some in groupby(sorted(acts, key=day), key=day):
        same = list(some)
        decide_many(PLAN, same, Outcome.GRANTED, until=same[0].given(GrantPlan).last_day)


@ASSIGNMENTS.after(RefusePlan)
def _refuse(acts: Sequence[Act]) -> None:
    decide_many(PLAN, acts, Outcome.REFUSED)
