"""Changing what roles may do, with history. A role holds everywhere, so changing one needs the right everywhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.domains.people.actor import Actor
from linli.domains.people.entering import enter_role
from linli.domains.people.locks import granting
from linli.domains.people.models import Post, Role, RoleChange
from linli.domains.people.overseeing import require_everywhere
from linli.domains.people.refusals import invalid, no_such, not_to_yourself, stale
from linli.domains.people.rights import ROLES, known
from linli.domains.people.roles import STANDARD, StandardRole
from linli.domains.people.separation import (
    open_after,
    require_apart,
    require_holders_apart,
    require_someone_still_appoints,
    someone_appoints,
)
from linli.domains.places.naming import clean_name
from linli.kernel.words import Words, say

_CODE = re.compile(r"[a-z][a-z0-9_]{1,47}")


@transaction.atomic
def create_role(*, code: str, words: Words, rights: Collection[str], reason: str = "", by: Actor, at: datetime) -> None:
    """A new role; its code is for good, its words and rights can change."""
    granting()
    require_everywhere(by, ROLES)
    if not _CODE.fullmatch(code) or Role.objects.filter(pk=code).exists():
        sentence = say(
            "A role's code is new, small letters, figures and _ only. Choose another one.",
            "角色代码须为未使用过的小写字母、数字和下划线，请换一个。",
        )
        raise invalid("code", sentence)
    role = Role(code=code)
    _change(role, words=words, rights=_checked(rights), reason=reason, by=by, at=at)


@transaction.atomic
def change_role(
    *,
    role: str,
    rights: Collection[str],
    words: Words | None = None,
    version: int,
    reason: str = "",
    by: Actor,
    at: datetime,
) -> None:
    """Sets what a role may do, for all who hold it, at once; `version` is the one whose preview was looked at."""
    granting()
    require_everywhere(by, ROLES)
    found = Role.objects.filter(pk=role).first()
    if found is None:
        raise no_such(say("role", "角色"))
    if found.version != version:
        raise stale()
    new = _checked(rights)
    _require_not_own(found, new, by, at)
    before = someone_appoints(at=at)
    _change(found, words=words or found.words, rights=new, reason=reason, by=by, at=at)
    require_holders_apart(_holders(found, at), at=at)
    require_someone_still_appoints(before, at=at)


@transaction.atomic
def install_standard_roles(*, by: Actor, at: datetime) -> int:
    """Adds the standard roles that are missing and brings up to date those nobody changed here; answers how many."""
    granting()
    require_everywhere(by, ROLES)
    here = {role.code: role for role in Role.objects.all()}
    return sum(_install(standard, here.get(standard.code), by, at) for standard in STANDARD)


def _install(standard: StandardRole, role: Role | None, by: Actor, at: datetime) -> bool:
    """A role changed in the office has a version above 1 and stays as the office wants it."""
    if role is not None and (role.version > 1 or sorted(role.rights) == sorted(standard.rights)):
        return False
    role = role or Role(code=standard.code)
    _change(role, words=standard.words, rights=sorted(standard.rights), reason="", by=by, at=at)
    Role.objects.filter(pk=role.pk).update(version=1)
    require_holders_apart(_holders(role, at), at=at)
    return True


def _change(role: Role, *, words: Words, rights: Sequence[str], reason: str, by: Actor, at: datetime) -> None:
    require_apart(rights)
    before = _told(role)
    role.version = 1 if role._state.adding else role.version + 1
    role.name, role.name_en, role.rights = clean_name(words.zh), clean_name(words.en), list(rights)
    role.save()
    RoleChange.objects.create(
        role=role, at=at, by_id=by.account, reason=reason.strip()[:200], before=before, after=_told(role)
    )
    enter_role(role.code, before=before["rights"], after=role.rights, by=by.account, at=at)


def _told(role: Role) -> dict[str, list[str]]:
    return {"words": [role.name_en, role.name], "rights": sorted(role.rights)}


def _checked(rights: Collection[str]) -> list[str]:
    unknown = sorted(set(rights) - known().keys())
    if not unknown:
        return sorted(set(rights))
    sentence = say(
        "There is no right called {right}. Choose from the list.",
        "没有名为 {right} 的权限，请从列表中选择。",
        right=unknown[0],
    )
    raise invalid("rights", sentence)


def _require_not_own(role: Role, rights: Sequence[str], by: Actor, at: datetime) -> None:
    if by.account and set(rights) - set(role.rights) and by.account in _holders(role, at):
        raise not_to_yourself()


def _holders(role: Role, at: datetime) -> set[UUID]:
    return set(Post.objects.filter(open_after(at), role=role).values_list("account_id", flat=True))
