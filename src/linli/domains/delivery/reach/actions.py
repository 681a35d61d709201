"""What may be done about mailings: begin and stop one, take receipts, tick a door, turn them off for oneself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from linli.domains.delivery.reach.jobs import write_mailing
from linli.domains.delivery.reach.kinds import AT_THE_DOOR, Kind
from linli.domains.delivery.reach.models import Mailing, Muted
from linli.domains.delivery.reach.queries import doors_of_person, standing_mailing
from linli.domains.delivery.reach.receipts import Taken, take
from linli.domains.delivery.reach.refusals import ask_first, no_home_of_yours, not_that_door
from linli.domains.delivery.reach.rights import DOORS
from linli.domains.delivery.templates import template
from linli.domains.people.actor import Actor
from linli.domains.people.rights import require
from linli.domains.places.queries import get
from linli.kernel.jobs import later

__all__ = ["Kind", "Taken", "begin_mailing", "mute", "say_own", "stop_mailing", "take", "tick_door", "unmute"]


@transaction.atomic
def begin_mailing(
    *,
    number: str,
    matter: UUID,
    template_key: str,
    params: Mapping[str, Any],
    paths: Sequence[str],
    urgent: bool,
    at: datetime,
) -> bool:
    """Tells every home at or below these paths, none within another, once; False where it was begun before.

    Costs two statements; a job writes the homes.
    """
    given = {"matter": matter, "template": template(template_key).key, "params": dict(params), "paths": list(paths)}
    begun, new = Mailing.objects.get_or_create(number=number, defaults=given | {"urgent": urgent, "at": at})
    if new:
        later(write_mailing, key=f"reach.write:{begun.pk}", mailing=begun.pk)
    return new


def stop_mailing(number: str, *, at: datetime) -> None:
    """Homes not written yet are told nothing any more: what was to be told holds no longer."""
    Mailing.objects.filter(number=number, stopped_at=None, done_at=None).update(stopped_at=at)


def tick_door(number: str, *, place: UUID, kind: Kind, consent: bool = False, by: Actor, at: datetime) -> bool:
    """Notes that somebody told a household at its door; False where that was noted before."""
    mailing, home = standing_mailing(number), get(place)
    require(by, DOORS, at_place=home.path)
    if kind not in AT_THE_DOOR or by.account is None:
        raise not_that_door()
    if kind == Kind.READ_FOR and not consent:
        raise ask_first()
    if not any(home.path.startswith(path) for path in mailing.paths):
        raise not_that_door()
    noted = Taken(mailing=mailing.pk, place=place, kind=kind, at=at, by=by.account, consent=consent)
    return bool(take([noted]))


def say_own(number: str, *, kind: Kind, by: Actor, at: datetime) -> bool:
    """A resident's own word for their household: that they read it, or confirm that they know."""
    mailing = standing_mailing(number)
    homes = doors_of_person(mailing, by=by)
    if not homes or kind not in (Kind.READ, Kind.CONFIRMED):
        raise no_home_of_yours()
    return bool(take([Taken(mailing=mailing.pk, place=home, kind=kind, at=at) for home in homes]))


def mute(person: UUID, *, at: datetime) -> None:
    """Sends them no mailings any more but urgent ones; all of them still lie in the inbox."""
    Muted.objects.get_or_create(person=person, defaults={"since": at})


def unmute(person: UUID) -> None:
    """Sends them mailings again."""
    Muted.objects.filter(person=person).delete()
