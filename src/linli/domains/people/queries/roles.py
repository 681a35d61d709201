"""Roles as the office sees them: what they hold, how that changed, and who a change would touch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from linli.domains.people.actor import Actor
from linli.domains.people.models import Post, Role, RoleChange
from linli.domains.people.overseeing import require_everywhere
from linli.domains.people.refusals import no_such, not_to_yourself
from linli.domains.people.rights import ROLES
from linli.domains.people.separation import open_after, require_apart
from linli.kernel.refusal import Refusal
from linli.kernel.words import Words, say


@dataclass(frozen=True, slots=True)
class RoleSeen:
    """A role and what it may do."""

    code: str
    words: Words
    rights: tuple[str, ...]
    version: int


@dataclass(frozen=True, slots=True)
class Change:
    """One past change of a role; `by` is empty where the deployment itself set it."""

    at: datetime
    by: UUID | None
    reason: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    words: Words


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change would mean for one post: only what no other post of the same account gives there anyway."""

    account: UUID
    name: str
    area: str
    gains: tuple[str, ...]
    loses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RolePreview:
    """A change not yet made; `version` goes with it when it is; `obstacle` says why it would be refused."""

    version: int
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    effects: tuple[Effect, ...]
    obstacle: Words | None = None


@dataclass(frozen=True, slots=True)
class _Held:
    account: UUID
    name: str
    area: str
    role: str
    rights: frozenset[str]


def roles() -> list[RoleSeen]:
    """Every role."""
    return [_seen(role) for role in Role.objects.order_by("code")]


def role(code: str) -> RoleSeen:
    """One role."""
    return _seen(_found(code))


def role_history(code: str) -> list[Change]:
    """Every change of a role, newest first."""
    return [as_change(change) for change in RoleChange.objects.filter(role=code).order_by("-at", "-id")]


def preview_role_change(*, role: str, rights: Collection[str], by: Actor, at: datetime) -> RolePreview:
    """Who would gain or lose which right, where, if the role held `rights`: for whoever may change roles."""
    require_everywhere(by, ROLES)
    found = _found(role)
    old, new = frozenset(found.rights), frozenset(rights)
    accounts = Post.objects.filter(open_after(at), role=role).values("account")
    held = [
        _Held(account, name, area, code, frozenset(rights))
        for account, name, area, code, rights in Post.objects.filter(open_after(at), account__in=accounts)
        .order_by("place__path", "account__display_name")
        .values_list("account_id", "account__display_name", "place__path", "role_id", "role__rights")
    ]
    effects = [_effect(post, held, old, new) for post in held if post.role == role]
    return RolePreview(
        found.version,
        _sorted(new - old),
        _sorted(old - new),
        tuple(effect for effect in effects if effect.gains or effect.loses),
        _obstacle(role, held, old, new, by),
    )


def _obstacle(role: str, held: Sequence[_Held], old: frozenset[str], new: frozenset[str], by: Actor) -> Words | None:
    """What would be refused: two administrations in one hand, or more rights for oneself."""
    rights: defaultdict[UUID, set[str]] = defaultdict(set)
    for post in held:
        rights[post.account] |= new if post.role == role else post.rights
    try:
        require_apart(new)
        for together in rights.values():
            require_apart(together)
    except Refusal as refusal:
        return refusal.sentence
    return not_to_yourself().sentence if by.account in rights and new - old else None


def _effect(post: _Held, held: Sequence[_Held], old: frozenset[str], new: frozenset[str]) -> Effect:
    others = [
        other.rights
        for other in held
        if other.account == post.account and other.role != post.role and post.area.startswith(other.area)
    ]
    elsewhere = frozenset().union(*others)
    return Effect(post.account, post.name, post.area, _sorted(new - old - elsewhere), _sorted(old - new - elsewhere))


def _found(code: str) -> Role:
    found = Role.objects.filter(pk=code).first()
    if found is None:
        raise no_such(say("role", "角色"))
    return found


def _seen(role: Role) -> RoleSeen:
    return RoleSeen(role.code, role.words, tuple(role.rights), role.version)


def as_change(change: RoleChange) -> Change:
    """One row as a value."""
    before, after = set(change.before["rights"]), set(change.after["rights"])
    en, zh = change.after["words"]
    return Change(
        change.at, change.by_id, change.reason, _sorted(after - before), _sorted(before - after), Words(en, zh)
    )


def _sorted(rights: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(rights))
