"""Opens matters of any kind by name, without importing the kind's domain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from linli.domains.matters.act import Act, Draft, Move
from linli.domains.matters.clocks import wind
from linli.domains.matters.engine.checking import check_guards
from linli.domains.matters.engine.enclosing import check_files
from linli.domains.matters.engine.performing import follow
from linli.domains.matters.engine.refusals import not_yours
from linli.domains.matters.engine.writing import write_opened
from linli.domains.matters.kinds import Frame, Kind, kind_of
from linli.domains.matters.models import Event, Matter, Visibility
from linli.domains.matters.numbers import numbers
from linli.domains.people.actor import Actor


def open_matter(
    kind: str,
    details: Mapping[str, Any],
    *,
    by: Actor,
    at: datetime,
    origin: UUID | None = None,
    opener: UUID | None = None,
) -> Matter:
    """Opens one matter of the kind called `kind`; `origin` is the matter it came from, linked both ways."""
    draft = Draft(details=kind_of(kind).life.opening(**details), opener=opener or by.stands_for, origin=origin)
    return open_many(kind, [draft], by=by, at=at)[0].matter


@transaction.atomic
def open_many(kind: str, drafts: Sequence[Draft], *, by: Actor, at: datetime) -> list[Act]:
    """Opens a batch with a constant number of statements; raises the first Refusal and opens none."""
    return open_within(kind, drafts, by=by, at=at)


def open_within(kind: str, drafts: Sequence[Draft], *, by: Actor, at: datetime) -> list[Act]:
    """The same within the caller's transaction, which a Refusal must end: spares it a savepoint."""
    known = kind_of(kind)
    frames = known.frame(drafts)
    acts = [_act(known, draft, frame, by=by, at=draft.at or at) for draft, frame in zip(drafts, frames, strict=True)]
    _number(known, acts, frames)
    for act in acts:
        _check(act)
    wind(acts)
    if hook := known.shaping.get(known.life.opening):
        hook(acts)
    write_opened(acts)
    follow(acts)
    return acts


def _act(kind: Kind, draft: Draft, frame: Frame, *, by: Actor, at: datetime) -> Act:
    target = draft.details.lands_on(kind.life.opening.target[0])
    matter = Matter(
        kind=kind.life.kind,
        number=frame.number,
        title=frame.title,
        category=frame.category,
        facts=dict(frame.facts),
        place_id=frame.place,
        path=frame.path,
        parent=draft.parent,
        opener_id=draft.opener,
        holder_unit_id=frame.holder_unit,
        state=target.code,
        state_since=at,
        visibility=Visibility.SHARED if frame.shared else Visibility.PRIVATE,
        opened_at=at,
        tracking=draft.tracking,
    )
    return Act(
        matter=matter,
        details=draft.details,
        by=by,
        at=at,
        source=None,
        target=target,
        event=Event(matter=matter),
        draft=draft,
        files=draft.files,
    )


def _check(act: Act) -> None:
    transition = type(act.details)
    if not transition.who(act.by, act.matter):
        raise not_yours(transition)
    check_guards(act.matter, Move(matter=act.matter.pk, details=act.details), at=act.at)
    check_files(act.matter, act.files, at=act.at)


def _number(kind: Kind, acts: Sequence[Act], frames: Sequence[Frame]) -> None:
    unnumbered = [act for act, frame in zip(acts, frames, strict=True) if not frame.number]
    if unnumbered:
        for act, number in zip(unnumbered, numbers(kind.prefix, [act.at for act in unnumbered]), strict=True):
            act.matter.number = number
