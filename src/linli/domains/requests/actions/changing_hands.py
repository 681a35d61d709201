"""Handing a colleague's cases over (交接): each an act of its own, told once to whoever leaves and whoever receives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from linli.domains.delivery.actions import send_many
from linli.domains.delivery.letters import Letter
from linli.domains.matters.engine import Act, Move, Outcome, perform_many
from linli.domains.matters.models import Matter
from linli.domains.matters.queries import get_many
from linli.domains.people.actor import Actor
from linli.domains.requests.colleagues import Answerer, colleagues
from linli.domains.requests.kinds import ASSIGNMENTS, REPORT_INS
from linli.domains.requests.lifecycle.changing_hands import HandShareToColleague, HandToColleague
from linli.domains.requests.refusals import away_now, no_such_case, not_a_colleague
from linli.kernel.refusal import Refusal

ACTS: Mapping[str, type[HandToColleague]] = {
    ASSIGNMENTS.life.kind: HandToColleague,
    REPORT_INS.life.kind: HandShareToColleague,
}
"""What can be in somebody's name, and the act by which it changes hands."""


def hand_over(seen: Mapping[UUID, int], *, to: UUID, note: str = "", by: Actor, at: datetime) -> Outcome:
    """Hands over each of these matters on the version that was seen; what is refused is named with its sentence.

    Sent again after half of it failed, it hands over what is left: what was handed already is refused as stale or as
    being in that name. What would go to somebody who is away goes to whoever stands in.
    """
    found = {matter.pk: matter for matter in get_many(list(seen), by=by)}
    refused: dict[UUID, Refusal] = {pk: no_such_case() for pk in seen if pk not in found}
    receivers = _receivers([matter for matter in found.values() if matter.kind in ACTS], to, at=at)
    moves = []
    for pk, matter in found.items():
        receiver = receivers.get(matter.holder_unit_id)
        if matter.kind not in ACTS:
            refused[pk] = no_such_case()
        elif receiver is None or not receiver.reach(matter.path):
            refused[pk] = not_a_colleague()
        else:
            moves.append(Move(matter=pk, details=ACTS[matter.kind](to=receiver.account, note=note), version=seen[pk]))
    outcome = perform_many(moves, by=by, at=at)
    return Outcome(done=outcome.done, refused=refused | outcome.refused)


def _receivers(matters: Sequence[Matter], to: UUID, *, at: datetime) -> dict[UUID | None, Answerer]:
    """The receiver as each unit knows them, or whoever stands in; two statements a unit."""
    units = {matter.holder_unit_id for matter in matters if matter.holder_unit_id}
    found: dict[UUID | None, Answerer] = {}
    for unit in units:
        known = {each.account: each for each in colleagues(unit, at=at)}
        named = known.get(to)
        if present := known.get(named.away.stand_in) if named and named.away else named:
            found[unit] = present
    return found


@ASSIGNMENTS.upon(HandToColleague)
@REPORT_INS.upon(HandShareToColleague)
def _name_another(acts: Sequence[Act]) -> None:
    for to, some in _by_receiver(acts).items():
        receivers = _receivers([act.matter for act in some], to, at=some[0].at)
        for act in some:
            receiver = receivers.get(act.matter.holder_unit_id)
            if receiver is None or not receiver.reach(act.matter.path):
                raise not_a_colleague()
            if receiver.account != to:
                raise away_now(receiver.name)
    send_many(list(_letters(acts)))
    for act in acts:
        act.matter.holder_id = act.given(HandToColleague).to


def _by_receiver(acts: Sequence[Act]) -> dict[UUID, list[Act]]:
    found: dict[UUID, list[Act]] = {}
    for act in acts:
        found.setdefault(act.given(HandToColleague).to, []).append(act)
    return found


def _letters(acts: Sequence[Act]) -> Iterator[Letter]:
    """One to the receiver and one to each who leaves, however many matters; nobody is told of their own act."""
    for to, some in _by_receiver(acts).items():
        yield from _letter("handed_to_you", to, some)
        leavers: dict[UUID, list[Act]] = {}
        for act in some:
            if act.matter.holder_id:
                leavers.setdefault(act.matter.holder_id, []).append(act)
        for leaver, theirs in leavers.items():
            yield from _letter("handed_away", leaver, theirs)


def _letter(what: str, to: UUID, acts: Sequence[Act]) -> Iterator[Letter]:
    first = acts[0]
    if to == first.by.account:
        return
    several = len(acts) > 1
    yield Letter(
        template=f"hands.{what}{'_many' if several else ''}",
        key=f"{first.event.pk}:{to}",
        at=first.at,
        params={"n": len(acts)} if several else {"number": first.matter.number},
        matter=None if several else first.matter.pk,
        to_account=to,
    )
