"""Every reason to refuse an act, in the order that gives least away: seen, known, fresh, possible, allowed, met."""

from __future__ import annotations

from datetime import datetime

from linli.domains.matters.act import Act, Move
from linli.domains.matters.engine.enclosing import check_files
from linli.domains.matters.engine.refusals import guarded, not_now, not_yours, stale, unknown, unknown_verb
from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Event, Matter
from linli.domains.matters.seeing import may_see
from linli.domains.people.actor import Actor


def check(move: Move, matter: Matter | None, *, by: Actor, at: datetime) -> Act:
    """The act this move amounts to; raises the first Refusal that applies. Nothing is changed yet."""
    if matter is None or not may_see(by, matter):
        raise unknown()
    at = move.at or at
    life = kind_of(matter.kind).life
    details = move.details
    transition = type(details)
    state = life.by_code[matter.state]
    if transition not in life.transitions:
        raise unknown_verb(life, transition.verb())
    if move.version is not None and move.version != matter.version:
        raise stale(matter, state)
    if state not in transition.source:
        raise not_now(transition, state)
    if not transition.who(by, matter):
        raise not_yours(transition)
    check_guards(matter, move, at=at)
    check_files(matter, move.files, at=at)
    return Act(
        matter=matter,
        details=details,
        by=by,
        at=at,
        source=state,
        target=details.lands_on(state),
        event=Event(matter=matter),
        files=move.files,
    )


def check_guards(matter: Matter, move: Move, *, at: datetime) -> None:
    """Raises the first unmet guard's sentence."""
    for guard in type(move.details).guards:
        if sentence := guard.check(matter, move.details, at):
            raise guarded(sentence)
