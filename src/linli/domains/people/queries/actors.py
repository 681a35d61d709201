"""From an account to whoever acts: its person, its posts, and for whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db.models import FilteredRelation, Q

from linli.domains.people.actor import ANYONE, Actor, HeldPost
from linli.domains.people.models import Account, Authorisation
from linli.domains.people.refusals import not_authorised

_HELD = ("held__id", "held__organisation_id", "held__role_id", "held__place__path", "held__role__rights")


def actor_for(account: UUID, *, at: datetime) -> Actor:
    """Whoever holds the account, in the posts held at that time; a closed or unknown account is a visitor.

    One statement.
    """
    held = FilteredRelation("posts", condition=Q(posts__since__lte=at) & _not_ended("posts__until", at))
    rows = (
        Account.objects.filter(pk=account, is_active=True)
        .annotate(held=held)
        .order_by("held__since", "held__id")
        .values_list("person_id", *_HELD)
    )
    found = list(rows)
    if not found:
        return ANYONE
    posts = tuple(
        HeldPost(post, organisation, role, area, frozenset(rights))
        for _, post, organisation, role, area, rights in found
        if post is not None
    )
    return Actor(account=account, person=found[0][0], posts=posts)


def acting_for(by: Actor, *, authorisation: UUID, scope: str, at: datetime) -> Actor:
    """The same actor, acting for whoever authorised them for this kind of matter; refused where nobody did."""
    granted = Authorisation.objects.filter(
        Q(agent_account=by.account) if by.person is None else Q(agent_account=by.account) | Q(agent_person=by.person),
        _not_ended("until", at),
        _not_ended("withdrawn_at", at),
        pk=authorisation,
        scope__contains=[scope],
        since__lte=at,
    ).values_list("principal_id", flat=True)
    principal = granted.first() if by.account else None
    if principal is None:
        raise not_authorised()
    return replace(by, on_behalf_of=principal, authorisation=authorisation)


def _not_ended(field: str, at: datetime) -> Q:
    return Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__gt": at})
