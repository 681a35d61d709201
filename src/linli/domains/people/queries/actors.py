"""From an account to whoever acts: its person, its posts, and for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from linli.domains.people.actor import ANYONE, Actor, HeldPost
from linli.domains.people.models import Authorisation
from linli.domains.people.refusals import not_authorised

# In SQL because every page of every reader asks this: the ORM took three times as long to say it.
HELD = """
account.id, account.person_id, post.id, post.organisation_id, post.role_id, place.path, role.rights
FROM people_account account
LEFT JOIN people_post post
  ON post.account_id = account.id AND post.since <= %(at)s AND (post.until IS NULL OR post.until > %(at)s)
LEFT JOIN people_role role ON role.code = post.role_id
LEFT JOIN places_place place ON place.id = post.place_id
"""
"""Accounts with the posts they hold at the time `at`, a row for each post: what `actor_in` reads."""
BY_SENIORITY = "ORDER BY post.since, post.id"
_OF_ACCOUNT = f"SELECT {HELD} WHERE account.id = %(account)s AND account.is_active {BY_SENIORITY}"


def actor_for(account: UUID, *, at: datetime) -> Actor:
    """Whoever holds the account, in the posts held at that time; a closed or unknown account is a visitor.

    One statement.
    """
    with connection.cursor() as cursor:
        cursor.execute(_OF_ACCOUNT, {"account": account, "at": at})
        return actor_in(cursor.fetchall())


def actor_in(held: Sequence[tuple[Any, ...]]) -> Actor:
    """The actor in the rows of one account, as `HELD` answers them; a visitor where there are none."""
    if not held:
        return ANYONE
    account, person = held[0][:2]
    posts = tuple(
        HeldPost(post, organisation, role, area, frozenset(rights))
        for _, _, post, organisation, role, area, rights in held
        if post is not None
    )
    return Actor(account=account, person=person, posts=posts)


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
