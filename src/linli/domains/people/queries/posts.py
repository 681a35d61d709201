"""Posts and authorisations as lists: who holds what where, since when, by whose decision."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from linli.domains.people.actor import Actor
from linli.domains.people.models import Authorisation, Post
from linli.domains.people.refusals import no_such
from linli.domains.people.rights import AUDIT_READ, PEOPLE, POSTS
from linli.domains.people.vocabulary import ActingBasis
from linli.domains.places.paths import below
from linli.kernel.words import Words, say


@dataclass(frozen=True, slots=True)
class PostSeen:
    """One post with its history; `ended_by` is empty where it ran out by itself."""

    id: UUID
    account: UUID
    name: str
    organisation: UUID
    organisation_words: Words
    role: str
    role_words: Words
    area: str
    since: datetime
    until: datetime | None
    granted_by: UUID | None
    ended_by: UUID | None


@dataclass(frozen=True, slots=True)
class AuthorisationSeen:
    """One authorisation as its parties see it."""

    id: UUID
    principal: UUID
    agent_account: UUID | None
    agent_person: UUID | None
    basis: ActingBasis
    scope: tuple[str, ...]
    since: datetime
    until: datetime | None
    withdrawn_at: datetime | None
    recorded_by: UUID | None
    evidence: UUID | None

    def holds(self, at: datetime) -> bool:
        """Whether the agent may act by it at that time."""
        return self.withdrawn_at is None and self.since <= at and (self.until is None or self.until > at)


def posts_visible_to(actor: Actor) -> QuerySet[Post]:
    """Own posts, and those in areas where the actor appoints, manages people or audits."""
    if actor.system:
        return Post.objects.all()
    seen = Q(account=actor.account) if actor.account else Q(pk__in=())
    for right in (POSTS, PEOPLE, AUDIT_READ):
        for area in actor.areas(right.code):
            seen |= below(area, field="place__path")
    return Post.objects.filter(seen)


def posts(
    *, by: Actor, at: datetime, account: UUID | None = None, organisation: UUID | None = None, ended: bool = False
) -> list[PostSeen]:
    """Posts held now or later, or with `ended` all that ever were, newest first."""
    found = posts_visible_to(by)
    if account:
        found = found.filter(account=account)
    if organisation:
        found = found.filter(organisation=organisation)
    if not ended:
        found = found.filter(Q(until=None) | Q(until__gt=at))
    joined = found.select_related("account", "organisation", "role", "place").defer("place__geometry")
    return [post_seen(post) for post in joined.order_by("-since", "-pk")]


def held_post(post: UUID) -> PostSeen | None:
    """One post, for a room that heard of it."""
    joined = Post.objects.select_related("account", "organisation", "role", "place").defer("place__geometry")
    found = joined.filter(pk=post).first()
    return post_seen(found) if found else None


def authorisations_of(person: UUID, *, at: datetime, by: Actor) -> list[AuthorisationSeen]:
    """What a person lets others do for them, and what others let them do; for the person alone."""
    if not by.system and by.person != person:
        raise no_such(say("person", "人员"))
    held = Q(principal=person) | Q(agent_person=person) | Q(agent_account__person=person)
    return [authorisation_seen(each) for each in Authorisation.objects.filter(held).order_by("-since", "-pk")]


def agencies(*, by: Actor, scope: Collection[str] = (), at: datetime) -> list[AuthorisationSeen]:
    """For whom the actor may act now, in matters of every kind in `scope`."""
    if by.account is None:
        return []
    mine = Q(agent_account=by.account) | (Q(agent_person=by.person) if by.person else Q(pk__in=()))
    now = Authorisation.objects.filter(mine, Q(until=None) | Q(until__gt=at), withdrawn_at=None, since__lte=at)
    return [authorisation_seen(each) for each in now.filter(scope__contains=list(scope)).order_by("-since", "-pk")]


def post_seen(post: Post) -> PostSeen:
    """One row with its account, organisation, role and place as a value."""
    return PostSeen(
        post.pk,
        post.account_id,
        post.account.display_name,
        post.organisation_id,
        post.organisation.words,
        post.role_id,
        post.role.words,
        post.place.path,
        post.since,
        post.until,
        post.granted_by_id,
        post.ended_by_id,
    )


def authorisation_seen(each: Authorisation) -> AuthorisationSeen:
    """One row as a value."""
    return AuthorisationSeen(
        each.pk,
        each.principal_id,
        each.agent_account_id,
        each.agent_person_id,
        ActingBasis(each.basis),
        tuple(each.scope),
        each.since,
        each.until,
        each.withdrawn_at,
        each.recorded_by_id,
        each.evidence,
    )
