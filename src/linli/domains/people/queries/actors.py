"""From an account to whoever acts: its person, its posts, and for whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q

from linli.domains.people.actor import ANYONE, Actor, HeldPost
from linli.domains.people.models import Authorisation
from linli.domains.people.refusals import not_authorised

# In SQL because every page of every reader asks this: the ORM took three times as long to say it.
_HELD = """
SELECT account.person_id, post.id, post.organisation_id, post.role_id, place.path, role.rights
FROM people_account account
LEFT JOIN people_post post
  ON post.account_id = account.id AND post.since <= %(at)s AND (post.until IS NULL OR post.until > %(at)s)
LEFT JOIN people_role role ON role.code = post.role_id
LEFT JOIN places_place place ON place.id = post.place_id
WHERE account.id = %(account)s AND account.is_active
ORDER BY post.since, post.id
"""


def actor_for(account: UUID, *, at: datetime) -> Actor:
    """Whoever holds the account, in the posts held at that time; a closed or unknown account is a visitor.

    One statement.
    """
    with connection.cursor() as cursor:
        cursor.execute(_HELD, {"account": account, "at": at})
        rows = cursor.fetchall()
    if not rows:
        return ANYONE
    posts = tuple(
        HeldPost(post, organisation, role, area, frozenset(rights))
        for _, post, organisation, role, area, rights in rows
        if post is not None
    )
    return Actor(account=account, person=rows[0][0], posts=posts)


def acting_for(by: Actor, *, authorisation: UUID, scope: str, at: datetime) -> Actor:
    """The same actor, acting for whoever authorised them for this kind of matter; refused where nobody did."""
    agent = Q(agent_account=by.account) | (Q(agent_person=by.person) if by.person else Q(pk__in=()))
    granted = Authorisation.objects.filter(
        agent,
        _not_ended("until", at),
        _not_ended("withdrawn_at", at),
        pk=authorisation,
        scope__contains=[scope],
        since__lte=at,
    )
    principal = granted.values_list("principal_id", flat=True).first() if by.account else None
    if principal is None:
        raise not_authorised()
    return replace(by, on_behalf_of=principal, authorisation=authorisation)


def _not_ended(field: str, at: datetime) -> Q:
    return Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__gt": at})
