"""How powers changed hands: posts given and ended, roles changed; for whoever audits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from itertools import islice
from uuid import UUID

from django.db.models import Q, QuerySet

from linli.domains.people.actor import Actor
from linli.domains.people.models import Post, RoleChange
from linli.domains.people.queries.posts import PostSeen, post_seen, posts_visible_to
from linli.domains.people.queries.roles import Change, as_change
from linli.domains.people.rights import AUDIT_READ, require_anywhere
from linli.kernel.words import Vocabulary, Words

PAGE = 50


Key = tuple[datetime, str, UUID]
"""Where a line stands among the others: no two share it."""


class Turn(Vocabulary):
    """What happened to a power."""

    GIVEN = "given", "Post given", "任命"
    ENDED = "ended", "Post ended", "卸任"
    ROLE = "role", "Role changed", "调整角色"


@dataclass(frozen=True, slots=True)
class PowerChange:
    """One line: a post that began or ended, or a role that changed; `by` is empty where the deployment did it."""

    id: UUID
    at: datetime
    turn: Turn
    by: UUID | None
    post: PostSeen | None = None
    role: Words | None = None
    change: Change | None = None

    @property
    def key(self) -> Key:
        """What the page after this line is asked with."""
        return self.at, self.turn, self.id


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """Which changes to read: of one kind or one account, between two moments; empty means all."""

    turn: Turn | None = None
    account: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None


EVER = Span()


def power_changes(
    span: Span = EVER, *, by: Actor, at: datetime, before: Key | None = None
) -> tuple[list[PowerChange], bool]:
    """The newest changes up to `at`, and whether there are older ones; three statements."""
    require_anywhere(by, AUDIT_READ)
    wanted = [span.turn] if span.turn else list(Turn)
    read = {Turn.GIVEN: _given, Turn.ENDED: _ended, Turn.ROLE: _roles}
    found = [read[turn](span, by, at, before) for turn in wanted]
    newest = list(islice(merge(*found, key=lambda each: each.key, reverse=True), PAGE + 1))
    return newest[:PAGE], len(newest) > PAGE


def _given(span: Span, by: Actor, at: datetime, before: Key | None) -> Sequence[PowerChange]:
    posts = _posts(by, span).filter(_when("since", Turn.GIVEN, span, before)).order_by("-since", "-pk")
    return [
        PowerChange(post.pk, post.since, Turn.GIVEN, post.granted_by_id, post_seen(post)) for post in posts[: PAGE + 1]
    ]


def _ended(span: Span, by: Actor, at: datetime, before: Key | None) -> Sequence[PowerChange]:
    over = _posts(by, span).filter(_when("until", Turn.ENDED, span, before), until__lte=at)
    return [
        PowerChange(post.pk, post.until, Turn.ENDED, post.ended_by_id, post_seen(post))
        for post in over.order_by("-until", "-pk")[: PAGE + 1]
        if post.until
    ]


def _roles(span: Span, by: Actor, at: datetime, before: Key | None) -> Sequence[PowerChange]:
    whose = Q(by=span.account) if span.account else Q()
    found = RoleChange.objects.filter(whose, _when("at", Turn.ROLE, span, before)).select_related("role")
    return [
        PowerChange(each.pk, each.at, Turn.ROLE, each.by_id, role=each.role.words, change=as_change(each))
        for each in found.order_by("-at", "-pk")[: PAGE + 1]
    ]


def _posts(by: Actor, span: Span) -> QuerySet[Post]:
    who = span.account
    touched = Q(account=who) | Q(granted_by=who) | Q(ended_by=who) if who else Q()
    joined = posts_visible_to(by).filter(touched).select_related("account", "organisation", "role", "place")
    return joined.defer("place__geometry")


def _when(field: str, turn: Turn, span: Span, before: Key | None) -> Q:
    """Within the span, and after the last line read."""
    wanted = Q(**{f"{field}__isnull": False})
    if span.since:
        wanted &= Q(**{f"{field}__gte": span.since})
    if span.until:
        wanted &= Q(**{f"{field}__lt": span.until})
    if before:
        at, last, pk = before
        same = (
            Q(**{field: at})
            if turn.value < last
            else Q(**{field: at, "pk__lt": pk})
            if turn.value == last
            else Q(pk__in=())
        )
        wanted &= Q(**{f"{field}__lt": at}) | same
    return wanted
