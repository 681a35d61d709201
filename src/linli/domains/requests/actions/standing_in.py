"""Being away from one's unit with a stand-in (顶岗): noted by oneself or whoever leads the unit, told to both."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.domains.delivery.actions import send_many
from linli.domains.delivery.letters import Letter
from linli.domains.people.absences.actions import Away, end_absence, enter_absence
from linli.domains.people.absences.queries import absences_of
from linli.domains.people.absences.refusals import no_such_absence
from linli.domains.people.actor import Actor
from linli.domains.people.rights import require_anywhere
from linli.domains.requests.colleagues import colleagues
from linli.domains.requests.refusals import not_in_this_unit, not_yours_to_note
from linli.domains.requests.rights import HANDLE, LEAD


@transaction.atomic
def note_absence(away: Away, *, by: Actor, at: datetime) -> UUID:
    """Notes that somebody is away; both must answer for the unit."""
    _require_may(away.account, away.unit, by=by)
    here = {each.account for each in colleagues(away.unit, at=at)}
    for field, account in (("account", away.account), ("stand_in", away.stand_in)):
        if account not in here:
            raise not_in_this_unit(field)
    noted = enter_absence(away, by=by.account, at=at)
    days = {"since": away.since.isoformat(), "until": away.until.isoformat()}
    told = [("absence.noted", away.account), ("absence.stand_in", away.stand_in)]
    letters = [
        Letter(template=template, key=f"{noted}:{whom}", at=at, params=days, to_account=whom)
        for template, whom in told
        if whom != by.account
    ]
    send_many(letters)
    return noted


@transaction.atomic
def call_off_absence(absence: UUID, *, by: Actor, at: datetime) -> None:
    """They are back, or will not be away after all; whoever stood in is told."""
    require_anywhere(by, HANDLE)
    found = next((each for each in absences_of(by.units(HANDLE.code), at=at) if each.id == absence), None)
    if found is None:
        raise no_such_absence()
    _require_may(found.account, found.unit, by=by)
    end_absence(absence, by=by.account, at=at)
    whom = {found.account, found.stand_in} - {by.account}
    send_many([Letter(template="absence.over", key=f"{absence}:over:{each}", at=at, to_account=each) for each in whom])


def _require_may(account: UUID, unit: UUID, *, by: Actor) -> None:
    """Oneself, or whoever leads the unit."""
    require_anywhere(by, HANDLE)
    own = account == by.account and unit in by.units(HANDLE.code)
    if not own and unit not in by.units(LEAD.code):
        raise not_yours_to_note()
