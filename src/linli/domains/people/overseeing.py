"""What lies at no place: an account belongs where its posts are, logs and roles to the whole deployment."""

from __future__ import annotations

from datetime import datetime
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from linli.domains.people.actor import Actor
from linli.domains.people.models import Account, Post
from linli.domains.people.refusals import no_such
from linli.domains.people.rights import Right, require, require_anywhere
from linli.domains.people.separation import open_after
from linli.domains.places import queries as places
from linli.domains.places.paths import below
from linli.kernel.words import say


def overseen(by: Actor, *rights: Right) -> Q:
    """Accounts with a post, now or once, where one of these rights is held; and those that never had any."""
    if by.system:
        return Q()
    areas = {area for right in rights for area in by.areas(right.code)}
    here = reduce(or_, (below(area, field="place__path") for area in areas), Q(pk__in=()))
    posts = Post.objects.filter(account=OuterRef("pk"))
    return Exists(posts.filter(here)) | ~Exists(posts)


def require_over_account(by: Actor, right: Right, account: UUID, *, at: datetime) -> None:
    """Refuses whoever does not hold `right` wherever the account holds a post now or later."""
    require_anywhere(by, right)
    if not Account.objects.filter(overseen(by, right), pk=account).exists():
        raise no_such(say("account", "账号"))
    held = Post.objects.filter(open_after(at), account=account)
    for path in held.values_list("place__path", flat=True):
        require(by, right, at_place=path)


def everywhere(by: Actor, right: Right) -> bool:
    """Whether the right is held over all that the deployment serves."""
    return by.system or all(by.may(right.code, at_place=top.path) for top in places.tops())


def require_everywhere(by: Actor, right: Right) -> None:
    """Refuses whoever holds `right` over a part alone, or nowhere."""
    require_anywhere(by, right)
    for top in places.tops():
        require(by, right, at_place=top.path)
