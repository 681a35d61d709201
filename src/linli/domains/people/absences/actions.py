"""Noting that somebody is away, and that they are back. Who may is for the room that asks to decide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet

from linli.domains.people.absences import refusals
from linli.domains.people.absences.models import Absence
from linli.domains.people.absences.refusals import LONGEST
from linli.domains.people.models import Organisation
from linli.kernel.ids import new_id


@dataclass(frozen=True, kw_only=True)
class Away:
    """Who is away from which unit, from when until when, and who stands in."""

    account: UUID
    unit: UUID
    stand_in: UUID
    since: datetime
    until: datetime


@transaction.atomic
def enter_absence(away: Away, *, by: UUID | None, at: datetime) -> UUID:
    """Notes it; whoever the absent one stands in for in that time is passed on to the new stand-in.

    So nobody ever stands in for somebody through a third, and there are no circles: a stand-in is there all the time.
    """
    _one_at_a_time(away.unit)
    _check_time(away, at=at)
    if away.account == away.stand_in:
        raise refusals.stands_in_for_oneself()
    if same := _meanwhile(away).filter(account=away.account).first():
        raise refusals.away_already(same.until)
    if same := _meanwhile(away).filter(account=away.stand_in).first():
        raise refusals.stand_in_away(same.until)
    for covered in _meanwhile(away).filter(stand_in=away.account):
        _pass_on(covered, away)
    noted = Absence.objects.create(
        account_id=away.account,
        unit_id=away.unit,
        stand_in_id=away.stand_in,
        since=away.since,
        until=away.until,
        entered_by_id=by,
        entered_at=at,
    )
    return noted.pk


@transaction.atomic
def end_absence(absence: UUID, *, by: UUID | None, at: datetime) -> None:
    """They are back, or it is called off: it ends now, with all that follows it without a gap."""
    found = Absence.objects.filter(pk=absence, until__gt=at).first()
    if found is None:
        raise refusals.no_such_absence()
    _one_at_a_time(found.unit_id)
    ended = list(_unbroken(found))
    for each in ended:
        each.until, each.ended_by_id = max(at, each.since), by
    Absence.objects.bulk_update(ended, ["until", "ended_by"])


def _one_at_a_time(unit: UUID) -> None:
    """Two entries of one unit, each right by itself, could make a circle together."""
    Organisation.objects.select_for_update(no_key=True).get(pk=unit)


def _check_time(away: Away, *, at: datetime) -> None:
    if away.since < at:
        raise refusals.in_the_past()
    if away.until <= away.since:
        raise refusals.ends_before()
    if away.until - away.since > LONGEST:
        raise refusals.too_long()


def _meanwhile(away: Away) -> QuerySet[Absence]:
    """What is noted of the unit for any part of that time."""
    noted = Absence.objects.filter(unit=away.unit, since__lt=away.until, until__gt=away.since)
    return noted.filter(until__gt=F("since")).order_by("since", "pk")


def _pass_on(covered: Absence, away: Away) -> None:
    """Cuts what the absent one was to cover: before and after it stays theirs, the time away is the new stand-in's."""
    begins, ends = max(covered.since, away.since), min(covered.until, away.until)
    pieces = [
        (covered.since, begins, away.account),
        (begins, ends, away.stand_in),
        (ends, covered.until, away.account),
    ]
    kept = [piece for piece in pieces if piece[0] < piece[1]]
    for since, until, stand_in in kept[1:]:
        Absence.objects.create(**_row(covered) | {"since": since, "until": until, "stand_in_id": stand_in})
    covered.since, covered.until, covered.stand_in_id = kept[0]
    covered.save(update_fields=["since", "until", "stand_in"])


def _row(absence: Absence) -> dict[str, object]:
    return {
        "id": new_id(),
        "account_id": absence.account_id,
        "unit_id": absence.unit_id,
        "entered_by_id": absence.entered_by_id,
        "entered_at": absence.entered_at,
    }


def _unbroken(first: Absence) -> Iterator[Absence]:
    """It, and what follows it without a gap: the same absence, with another stand-in."""
    later = Absence.objects.filter(
        account=first.account_id, unit=first.unit_id, since__gte=first.until, until__gt=first.until
    )
    yield first
    ends = first.until
    for each in later.order_by("since"):
        if each.since > ends:
            return
        ends = each.until
        yield each
