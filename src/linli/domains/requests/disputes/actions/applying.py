"""Applying: a resident asks for mediation, at their own door or at the desk."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.domains.matters.engine import Draft, open_within
from linli.domains.matters.models import Matter
from linli.domains.people.actions import find_or_register
from linli.domains.people.actor import Actor
from linli.domains.people.rights import require
from linli.domains.places.queries import get as place_of
from linli.domains.requests.disputes.lifecycle import DISPUTANT, DISPUTE
from linli.domains.requests.disputes.lifecycle.disputant import Join
from linli.domains.requests.disputes.lifecycle.dispute import Apply
from linli.domains.requests.disputes.refusals import applicant_unknown, sign_in_first
from linli.domains.requests.disputes.rights import MEDIATE
from linli.domains.requests.disputes.vocabulary import About, Side


@dataclass(frozen=True, kw_only=True)
class Application:
    """What an applicant says; `text` and `other` are for the mediator alone."""

    about: About
    place: UUID
    text: str = field(repr=False)
    other: str = field(default="", repr=False)


@transaction.atomic
def apply(application: Application, *, by: Actor, at: datetime) -> Matter:
    """Opens the dispute and the applicant's own part of it, which is returned: that is what they follow."""
    if by.stands_for is None:
        raise sign_in_first()
    joined = Join(side=Side.APPLICANT, text=application.text, other=application.other)
    opening = Draft(details=Apply(about=application.about, place=application.place), extra={"said": application.text})
    dispute = open_within(DISPUTE.kind, [opening], by=by, at=at)[0].matter
    return join(dispute, joined, person=by.stands_for, by=by, at=at)


@transaction.atomic
def apply_for(application: Application, *, name: str, phone: str, by: Actor, at: datetime) -> Matter:
    """The same for somebody who asks the community, in person or through another system; who files mediates there."""
    require(by, MEDIATE, at_place=place_of(application.place).path)
    if not name:
        raise applicant_unknown()
    person = find_or_register(name=name, phone=phone, by=by, at=at)
    return apply(application, by=replace(by, on_behalf_of=person), at=at)


def join(
    dispute: Matter, details: Join, *, person: UUID | None, unit: UUID | None = None, by: Actor, at: datetime
) -> Matter:
    """Opens somebody's part in a dispute: a person's, or a unit's."""
    draft = Draft(details=details, parent=dispute, opener=person, extra={"unit": unit})
    return open_within(DISPUTANT.kind, [draft], by=by, at=at)[0].matter
