"""Applying: a resident asks for mediation, at their own door or at the desk."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.domains.matters.engine import Draft, open_within
from linli.domains.matters.models import Matter
from linli.domains.people.actor import Actor
from linli.domains.requests.disputes.lifecycle import DISPUTANT, DISPUTE
from linli.domains.requests.disputes.lifecycle.disputant import Join
from linli.domains.requests.disputes.lifecycle.dispute import Apply
from linli.domains.requests.disputes.refusals import sign_in_first
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


def join(
    dispute: Matter, details: Join, *, person: UUID | None, unit: UUID | None = None, by: Actor, at: datetime
) -> Matter:
    """Opens somebody's part in a dispute: a person's, or a unit's."""
    draft = Draft(details=details, parent=dispute, opener=person, extra={"unit": unit})
    return open_within(DISPUTANT.kind, [draft], by=by, at=at)[0].matter
