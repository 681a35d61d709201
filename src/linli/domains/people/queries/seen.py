"""Who saw my data: every opening, for the person concerned alone (PIPL Art. 44, 45)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from linli.domains.people.actor import Actor
from linli.domains.people.refusals import no_such
from linli.kernel.vault import Access, accesses
from linli.kernel.words import say

LINES = 50


def who_saw(person: UUID, *, by: Actor, before: datetime | None = None) -> Sequence[Access]:
    """The openings of a person's values, newest first; whoever acts for someone does not read theirs."""
    if by.person != person:
        raise no_such(say("person", "人员"))
    return accesses(person, before=before, limit=LINES)
