"""While somebody rings: what came from this number before, and whose it is, so that nobody must tell it all again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from linli.domains.matters.models import Matter
from linli.domains.matters.seeing import visible_to
from linli.domains.people.actions.desk import open_name
from linli.domains.people.actor import Actor
from linli.domains.people.queries import find_person_by_phone
from linli.domains.requests.confiding import may_contact
from linli.domains.requests.lifecycle import REQUEST
from linli.kernel.refusal import Invalid
from linli.kernel.words import say

MOST = 10


@dataclass(frozen=True)
class Caller:
    """Who has the number, as far as they gave a name, and their newest requests that this reader may know of."""

    name: str = field(repr=False)
    earlier: Sequence[Matter]


@transaction.atomic
def recognise(phone: str, *, by: Actor, at: datetime) -> Caller | None:
    """Whoever has this number; None where nobody does. The look is logged for them to read.

    What somebody asked to keep from this reader's unit is left out: the number would tell who they are.
    """
    if not phone.strip():
        raise Invalid(say("Enter the number they ring from.", "请先填写来电号码。"))
    person = find_person_by_phone(phone, by=by)
    if person is None:
        return None
    name = open_name(person, by=by, at=at)
    own = visible_to(by, kind=REQUEST.kind).filter(opener=person).order_by("-opened_at", "-pk")[: 2 * MOST]
    return Caller(name, [matter for matter in own if may_contact(by, matter)][:MOST])
