"""Appointing, and ending posts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from linli.domains.people.actor import Actor
from linli.domains.people.announcing import announce_ended
from linli.domains.people.entering import enter_post
from linli.domains.people.locks import granting
from linli.domains.people.models import Account, Organisation, Post, Role
from linli.domains.people.refusals import invalid, no_such, not_to_yourself
from linli.domains.people.rights import POSTS, require
from linli.domains.people.separation import (
    open_after,
    require_holders_apart,
    require_someone_still_appoints,
    someone_appoints,
)
from linli.domains.places import queries as places
from linli.domains.places.spots import Spot
from linli.kernel.words import say


@transaction.atomic
def appoint(
    *,
    account: UUID,
    organisation: UUID,
    role: str,
    place: UUID,
    since: datetime | None = None,
    until: datetime | None = None,
    by: Actor,
    at: datetime,
) -> UUID:
    """Gives an account a role in an organisation over a place and all below it."""
    granting()
    area = places.get(place)
    require(by, POSTS, at_place=area.path)
    if account == by.account:
        raise not_to_yourself()
    _require_exist(account, organisation, role, area)
    post = Post(
        account_id=account, organisation_id=organisation, role_id=role, place_id=place, granted_by_id=by.account
    )
    post.since, post.until = _period(since or at, until, at)
    _require_new(post)
    post.save(force_insert=True)
    require_holders_apart([account], at=at)
    enter_post(post, kind="post.given", path=area.path, by=by.account, at=at)
    return post.pk


@transaction.atomic
def end_post(*, post: UUID, by: Actor, at: datetime) -> None:
    """Ends a post; whoever holds it may lay it down."""
    granting()
    found = Post.objects.select_related("place").filter(open_after(at), pk=post).first()
    if found is None:
        raise no_such(say("post held now", "在任岗位"))
    if by.account is None or found.account_id != by.account:
        require(by, POSTS, at_place=found.place.path)
    _end([found], by, at)


def end_all_posts(*, account: UUID, by: Actor, at: datetime) -> None:
    """Ends every post of an account that is being closed."""
    granting()
    _end(Post.objects.select_related("place").filter(open_after(at), account=account), by, at)


def end_posts_of_organisation(*, organisation: UUID, by: Actor, at: datetime) -> None:
    """Ends every post in an organisation that is being closed."""
    granting()
    _end(Post.objects.select_related("place").filter(open_after(at), organisation=organisation), by, at)


def _end(posts: Iterable[Post], by: Actor, at: datetime) -> None:
    ended = list(posts)
    before = someone_appoints(at=at)
    for post in ended:
        post.until, post.ended_by_id = max(at, post.since), by.account
        post.end_told_at = post.end_entered_at = at
        enter_post(post, kind="post.ended", path=post.place.path, by=by.account, at=at)
    Post.objects.bulk_update(ended, ["until", "ended_by", "end_told_at", "end_entered_at"])
    announce_ended(ended)
    if not by.system:
        require_someone_still_appoints(before, at=at)


def _require_exist(account: UUID, organisation: UUID, role: str, area: Spot) -> None:
    if not Account.objects.filter(pk=account, is_active=True).exists():
        raise no_such(say("account in use", "在用账号"))
    if not Organisation.objects.filter(pk=organisation, active=True).exists():
        raise no_such(say("organisation in use", "在用机构"))
    if not Role.objects.filter(pk=role).exists():
        raise no_such(say("role", "角色"))
    if not area.active:
        raise no_such(say("place in use", "在用地点"))


def _require_new(post: Post) -> None:
    """What begins once the same post is over goes on with it."""
    before_its_end = Q(since__lt=post.until) if post.until else Q()
    same = Post.objects.filter(
        open_after(post.since),
        before_its_end,
        account=post.account_id,
        organisation=post.organisation_id,
        role=post.role_id,
        place=post.place_id,
    )
    if same.exists():
        sentence = say("They hold this post already. Nothing needs doing.", "此人已担任该岗位，无需重复任命。")
        raise invalid("role", sentence)


def _period(since: datetime, until: datetime | None, at: datetime) -> tuple[datetime, datetime | None]:
    if since < at:
        sentence = say(
            "A post cannot begin in the past. Choose now or later.", "任期不能从过去开始，请选择现在或以后。"
        )
        raise invalid("since", sentence)
    if until is not None and until <= since:
        sentence = say("A post must end after it begins. Choose a later end.", "任期结束须晚于开始，请选择更晚的时间。")
        raise invalid("until", sentence)
    return since, until
