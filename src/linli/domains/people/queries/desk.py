"""Authorisations as the desk needs them: those a resident gave, and those it recorded or may act by itself."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from linli.domains.people.actor import Actor
from linli.domains.people.models import Authorisation
from linli.domains.people.queries.posts import AuthorisationSeen, authorisation_seen
from linli.domains.people.rights import ACT_FOR, FIND, require_anywhere

MOST = 200


def given_by(person: UUID, *, by: Actor) -> list[AuthorisationSeen]:
    """What a resident whom the desk has looked up lets others do for them, newest first; one statement."""
    require_anywhere(by, ACT_FOR)
    require_anywhere(by, FIND)
    found = Authorisation.objects.filter(principal=person).order_by("-since", "-pk")
    return [authorisation_seen(each) for each in found[:MOST]]


def at_desk(*, by: Actor, at: datetime) -> list[AuthorisationSeen]:
    """Those in force that the actor recorded, or may act by; newest first, one statement."""
    require_anywhere(by, ACT_FOR)
    mine = Q(agent_account=by.account) | Q(recorded_by=by.account)
    now = Authorisation.objects.filter(mine, Q(until=None) | Q(until__gt=at), withdrawn_at=None)
    return [authorisation_seen(each) for each in now.order_by("-since", "-pk")[:MOST]]
