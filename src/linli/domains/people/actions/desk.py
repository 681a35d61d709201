"""What the desk does for residents who ask somebody to act for them: recorded with its paper, checked by name."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.domains.people.actions.authorisations import ON_PAPER, authorise, require_desk
from linli.domains.people.actor import Actor
from linli.domains.people.models import Authorisation
from linli.domains.people.queries import introduce, reach
from linli.domains.people.refusals import no_such
from linli.domains.people.rights import ACT_FOR, FIND, require_anywhere
from linli.domains.people.vocabulary import ActingBasis
from linli.kernel import vault
from linli.kernel.vault import Basis, Opener, Purpose
from linli.kernel.words import say

PAPER = "file.proxy"


@transaction.atomic
def record_authorisation(
    *,
    principal: UUID,
    basis: ActingBasis,
    scope: Collection[str],
    agent_person: UUID | None = None,
    paper: bytes = b"",
    until: datetime | None = None,
    by: Actor,
    at: datetime,
) -> UUID:
    """The desk itself acts where it was asked by phone or at the door; another person acts by a paper, kept sealed."""
    on_paper = basis in ON_PAPER
    evidence = vault.seal_bytes([paper], owner=principal, field=PAPER, at=at) if paper and on_paper else None
    return authorise(
        principal=principal,
        basis=basis,
        scope=scope,
        agent_account=None if on_paper else by.account,
        agent_person=agent_person if on_paper else None,
        evidence=evidence,
        until=until,
        by=by,
        at=at,
    )


def open_name(person: UUID, *, by: Actor, at: datetime) -> str:
    """What a resident whom the desk has looked up is called, to check that it is them; they read who asked."""
    require_anywhere(by, FIND)
    known = reach([person]).get(person)
    if known is None:
        raise no_such(say("person", "人员"))
    if known.name is None:
        return ""
    purpose, basis = Purpose.CHECK_IDENTITY, Basis.CONSENT
    return vault.open_values([known.name], by=_opener(by), purpose=purpose, basis=basis, matter=None, at=at)[known.name]


def open_paper(authorisation: UUID, *, by: Actor, at: datetime, looked_up: UUID | None = None) -> Iterator[bytes]:
    """The picture of the paper, a JPEG; its principal reads who looked."""
    require_anywhere(by, ACT_FOR)
    found = Authorisation.objects.filter(pk=authorisation, evidence__isnull=False).first()
    if found is None or found.evidence is None:
        raise no_such(say("paper", "委托书"))
    require_desk(found, by, looked_up=looked_up)
    purpose, basis = Purpose.CHECK_IDENTITY, Basis.CONSENT
    return vault.open_bytes(found.evidence, by=_opener(by), purpose=purpose, basis=basis, matter=None, at=at)


def _opener(by: Actor) -> Opener:
    return Opener(account=by.account, person=by.person, label=introduce(by).label)
