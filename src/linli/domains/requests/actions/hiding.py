"""Hiding from neighbours: each time a matter of its own, an appeal that is counted, coded facts of the request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from linli.domains.matters.asks import ask_many, decide_many
from linli.domains.matters.engine import Act, Draft, Move, open_within, perform_many
from linli.domains.matters.hiding import hide, show
from linli.domains.matters.models import Matter
from linli.domains.matters.models.ask import Outcome
from linli.domains.requests.hiding_states import APPEALED, STAYS_HIDDEN
from linli.domains.requests.kinds import HIDINGS, REQUESTS
from linli.domains.requests.lifecycle.hiding import (
    HIDING,
    AppealHiding,
    BeAppealed,
    HideFromNeighbours,
    HidingLifted,
    HidingUpheld,
    OpenHiding,
    Restore,
    ShowAgain,
    Unhide,
    UpholdHiding,
)
from linli.domains.requests.queries.hidden import hiding_of
from linli.kernel.lifecycle import Transition

APPEAL = "hiding_appeal"


@REQUESTS.upon(HideFromNeighbours)
def _hide(acts: Sequence[Act]) -> None:
    for act in acts:
        details, facts = act.given(HideFromNeighbours), act.matter.facts
        hide(act.matter, scope=details.scope, ground=details.ground.value, at=act.at)
        facts.pop(APPEAL, None)
        facts["hidings"] = facts.get("hidings", 0) + 1


@REQUESTS.after(HideFromNeighbours)
def _open(acts: Sequence[Act]) -> None:
    drafts = [_draft(act) for act in acts]
    open_within(HIDING.kind, drafts, by=acts[0].by, at=acts[0].at)


def _draft(act: Act) -> Draft:
    details = act.given(HideFromNeighbours)
    return Draft(details=OpenHiding(scope=details.scope, ground=details.ground), parent=act.matter)


@HIDINGS.upon(OpenHiding)
def _remember_who(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts["hidden_by"] = str(act.by.account)


@REQUESTS.upon(AppealHiding)
def _wait(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts[APPEAL] = APPEALED.code


@REQUESTS.after(AppealHiding)
def _ask(acts: Sequence[Act]) -> None:
    _follow([(hiding_of(act.matter), act) for act in acts], BeAppealed())


@HIDINGS.after(BeAppealed)
def _count(acts: Sequence[Act]) -> None:
    ask_many(HIDING.kind, [(act.matter, act.matter.facts["ground"]) for act in acts], act=acts[0])


@HIDINGS.after(UpholdHiding)
def _uphold(acts: Sequence[Act]) -> None:
    decide_many(HIDING.kind, acts, Outcome.REFUSED)
    _follow([(act.parent, act) for act in acts], HidingUpheld())


@HIDINGS.after(Restore)
def _restore(acts: Sequence[Act]) -> None:
    decide_many(HIDING.kind, acts, Outcome.GRANTED)
    _follow([(act.parent, act) for act in acts], HidingLifted())


@REQUESTS.upon(HidingUpheld)
def _stays_hidden(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts[APPEAL] = STAYS_HIDDEN.code


@REQUESTS.upon(HidingLifted)
def _seen_again(acts: Sequence[Act]) -> None:
    """Neighbours see it, and on this ground nobody hides it again."""
    for act in acts:
        facts = act.matter.facts
        facts["restored_on"] = [*facts.get("restored_on", ()), facts["hiding"]["ground"]]
        facts.pop(APPEAL)
        show(act.matter)


@REQUESTS.upon(ShowAgain)
def _show(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts.pop(APPEAL, None)
        show(act.matter)


@REQUESTS.after(ShowAgain)
def _end(acts: Sequence[Act]) -> None:
    _follow([(hiding_of(act.matter), act) for act in acts], Unhide())


def _follow(moved: Sequence[tuple[Matter, Act]], details: Transition) -> None:
    by, at = moved[0][1].by, moved[0][1].at
    outcome = perform_many(
        [Move(matter=matter.pk, details=details) for matter, _ in moved], by=replace(by, system=True), at=at
    )
    for refusal in outcome.refused.values():
        raise refusal
