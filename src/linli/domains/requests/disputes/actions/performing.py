"""Promises kept and missed, and the court's confirmation, as the dispute hears of them."""

from __future__ import annotations

from collections.abc import Sequence

from linli.domains.matters.engine import Act
from linli.domains.matters.models import Matter
from linli.domains.requests.disputes.actions.following import itself_follows, parts_in, whole_follows
from linli.domains.requests.disputes.kinds import DISPUTANTS, DISPUTES, PROMISES
from linli.domains.requests.disputes.lifecycle import DISPUTANT, PROMISE, disputant, performing, promise
from linli.domains.requests.disputes.lifecycle import dispute as life
from linli.domains.requests.disputes.states import MISSED, OWED


@PROMISES.after(promise.Keep)
def _kept(acts: Sequence[Act]) -> None:
    whole_follows(acts, performing.PromiseKept())


@PROMISES.after(promise.Miss)
def _missed(acts: Sequence[Act]) -> None:
    whole_follows(acts, performing.PromiseMissed())


@DISPUTES.upon(performing.PromiseKept, performing.PromiseMissed)
def _count(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts["missed"] = parts_in(act.matter, PROMISE, MISSED.code)


@DISPUTES.after(performing.PromiseKept)
def _all_kept(acts: Sequence[Act]) -> None:
    done = [act for act in acts if not parts_in(act.matter, PROMISE, OWED.code, MISSED.code)]
    if done:
        itself_follows(done, performing.AwaitRevisit())


@DISPUTES.upon(life.ExtendMediation)
def _once(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts["extended"] = True


@DISPUTANTS.upon(disputant.WantConfirmation)
def _wanted(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts["wants_confirmation"] = True


@DISPUTANTS.after(disputant.WantConfirmation)
def _tell_the_whole(acts: Sequence[Act]) -> None:
    whole_follows(acts, performing.ConfirmationWanted())


@DISPUTES.upon(performing.ConfirmationWanted)
def _how_many_want_it(acts: Sequence[Act]) -> None:
    for act in acts:
        parties = Matter.objects.filter(parent=act.matter, kind=DISPUTANT.kind, facts__wants_confirmation=True)
        act.matter.facts["want_confirmation"] = parties.count()


@DISPUTES.upon(performing.FileConfirmation)
def _filed(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts["confirmation"] = "filed"


@DISPUTES.upon(performing.RecordConfirmation)
def _decided(acts: Sequence[Act]) -> None:
    for act in acts:
        act.matter.facts["confirmation"] = act.given(performing.RecordConfirmation).outcome.value
