"""Writes what acts did: rows, texts, clocks, record entries and messages, each as one statement for the whole batch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from linli.domains.delivery.actions import send_many
from linli.domains.matters.act import Act, Written
from linli.domains.matters.engine.announcing import announce_acts
from linli.domains.matters.engine.enclosing import save_files
from linli.domains.matters.engine.entering import facts_of
from linli.domains.matters.engine.telling import letters_of
from linli.domains.matters.engine.wording import compose, name_openings, save_texts
from linli.domains.matters.indexing import index
from linli.domains.matters.links import link_origins
from linli.domains.matters.models import Event, Matter
from linli.domains.matters.rewriting import rewrite
from linli.kernel.lifecycle import Transition
from linli.kernel.record import enter_many

PLACES = "places"
"""What a field that names a place offers to choose from."""
MOVED = (
    "state",
    "state_since",
    "version",
    "closed_at",
    "published_at",
    "holder",
    "holder_unit",
    "category",
    "facts",
    "due_at",
    "due_clock",
    "due_provisional",
)


def write_opened(acts: Sequence[Act]) -> None:
    """Writes new matters, named by their own masked words, and what their opening said."""
    written = compose(acts)
    name_openings(written)
    Matter.objects.bulk_create([act.matter for act in acts])
    link_origins(acts)
    write_acts(acts, written)


def write_moved(acts: Sequence[Act]) -> None:
    """Writes matters that moved."""
    rewrite([act.matter for act in acts], MOVED)
    write_acts(acts, compose(acts))


def write_acts(acts: Sequence[Act], written: Sequence[Written]) -> None:
    """Writes the events and all that belongs to them."""
    _enter(acts, written)
    Event.objects.bulk_create([_event(act) for act in acts])
    save_texts(written)
    save_files(acts)
    index(written)
    send_many(letters_of(acts))
    announce_acts(acts)


def _enter(acts: Sequence[Act], written: Sequence[Written]) -> None:
    """Enters the public acts, so that each event names its entry in the record."""
    entered = [(act, fact) for act in acts if (fact := facts_of(act, written))]
    entries = enter_many([fact for _, fact in entered])
    for (act, _), entry in zip(entered, entries, strict=True):
        act.event.entry = entry


def _event(act: Act) -> Event:
    event, by = act.event, act.by
    event.version = act.matter.version
    event.verb = type(act.details).verb()
    event.source = act.source.code if act.source else ""
    event.target = act.target.code
    event.at = act.at
    event.by_account_id = by.account
    event.by_person_id = by.person
    event.by_unit_id = _unit(act)
    event.on_behalf_of_id = by.on_behalf_of
    event.authorisation = by.authorisation
    event.channel = by.channel
    event.details = _kept(act.details)
    event.public = type(act.details).public
    return event


def _kept(details: Transition) -> dict[str, Any]:
    """What an event, which never changes, may hold: not the door, which the matter itself names and may forget."""
    doors = {name for name, mark in details.details().items() if mark.choices == PLACES}
    return {name: value for name, value in details.coded().items() if name not in doors}


def _unit(act: Act) -> UUID | None:
    """The unit in whose name it was done: the holder if the actor serves there, else that of a post over the place."""
    holder = act.matter.holder_unit_id
    if holder in act.by.organisations:
        return holder
    return next((post.organisation for post in act.by.posts if act.matter.path.startswith(post.area)), None)
