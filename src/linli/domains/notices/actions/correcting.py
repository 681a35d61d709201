"""Correcting: another notice that takes an earlier one's place, written, reviewed and published as any other."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from linli.domains.matters.engine import Draft as Drafted
from linli.domains.matters.engine import open_within
from linli.domains.matters.models import Matter
from linli.domains.notices.kinds import NOTICES
from linli.domains.notices.lifecycle.drafting import Draft
from linli.domains.notices.models import Notice
from linli.domains.notices.refusals import already_being_corrected, no_such_notice, not_to_be_corrected
from linli.domains.notices.rights import WRITE
from linli.domains.notices.states import DISCARDED, STANDING
from linli.domains.people.actor import Actor
from linli.domains.people.rights import require


@transaction.atomic
def correct(number: str, details: Draft, *, by: Actor, at: datetime) -> Matter:
    """Begins the correction of a notice; until it comes out, the earlier one stands as it is."""
    earlier = Matter.objects.select_for_update(of=("self",)).filter(number=number, kind=NOTICES.life.kind).first()
    if earlier is None:
        raise no_such_notice()
    require(by, WRITE, at_place=earlier.path)
    if earlier.state not in {state.code for state in STANDING}:
        raise not_to_be_corrected()
    begun = Notice.objects.filter(corrects=earlier.pk).exclude(matter__state=DISCARDED.code).first()
    if begun:
        raise already_being_corrected(begun.matter.number)
    facts = {"version": earlier.facts["version"] + 1, "corrects": number, "corrects_id": str(earlier.pk)}
    draft = Drafted(details=details, origin=earlier.pk, extra=facts)
    return open_within(NOTICES.life.kind, [draft], by=by, at=at)[0].matter
