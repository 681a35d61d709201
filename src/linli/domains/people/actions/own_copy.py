"""Opening what one may read without a post: one's own contact, and the names of those one acts for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.domains.people.actor import Actor
from linli.domains.people.queries.persons import reach
from linli.domains.people.queries.posts import AuthorisationSeen, agencies
from linli.domains.people.refusals import no_such
from linli.kernel.vault import Basis, Opener, Purpose, open_values
from linli.kernel.words import say

ONESELF = say("The person concerned", "本人")
AGENT = say("Whoever acts for you ({basis})", "你的代办人（{basis}）")


@dataclass(frozen=True, slots=True)
class OwnContact:
    """What is kept of oneself; empty where nothing was given."""

    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    email: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Principal:
    """Someone the actor may act for, by name; the name is empty where none was given."""

    authorisation: AuthorisationSeen
    name: str = field(repr=False)


@transaction.atomic
def open_own_contact(*, by: Actor, at: datetime) -> OwnContact:
    """One's own name, number and address in clear; the opening is logged like every other."""
    known = reach([by.person]).get(by.person) if by.person else None
    if known is None:
        raise no_such(say("person", "人员"))
    held = {"name": known.name, "phone": known.phone, "email": known.email}
    opened = open_values(
        [ref for ref in held.values() if ref],
        by=Opener(account=by.account, person=by.person, label=str(ONESELF)),
        purpose=Purpose.OWN_COPY,
        basis=Basis.CONSENT,
        matter=None,
        at=at,
    )
    return OwnContact(**{name: opened[ref] for name, ref in held.items() if ref})


@transaction.atomic
def open_principals(scope: Sequence[str], *, by: Actor, at: datetime) -> list[Principal]:
    """Those the actor may act for now, by name: opened with their consent, and each reads in their log by whom."""
    granted = agencies(by=by, scope=scope, at=at)
    known = reach(each.principal for each in granted)
    named = [(each, known[each.principal].name) for each in granted if each.principal in known]
    opened: dict[UUID, str] = {}
    for each, ref in named:
        if ref:
            label = str(AGENT.fill(basis=each.basis.words))
            opened |= open_values(
                [ref],
                by=Opener(account=by.account, person=by.person, label=label),
                purpose=Purpose.RESOLVE,
                basis=Basis.CONSENT,
                matter=None,
                at=at,
            )
    return [Principal(each, opened.get(ref, "") if ref else "") for each, ref in named]
