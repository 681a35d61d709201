"""Saved filters: what someone looks at every day, one tap away; theirs alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from linli.domains.matters.models import SavedFilter
from linli.domains.matters.models.saved_filter import LONGEST_ASKED, LONGEST_NAME
from linli.domains.people.actor import Actor
from linli.kernel.refusal import Invalid, NotAllowed, NotFound
from linli.kernel.words import say

MOST = 12
"""Saved filters of one account for one page: more is a list to search in."""


def saved_filters(page: str, *, by: Actor) -> Sequence[SavedFilter]:
    """The actor's own, in the order they were saved; one statement."""
    return list(SavedFilter.objects.filter(account=by.account, page=page).order_by("at", "pk"))


def save_filter(page: str, *, name: str, asked: str, by: Actor, at: datetime) -> SavedFilter:
    """Saves what is looked at under a name; the same name again means the new one."""
    if by.account is None:
        raise NotAllowed(say("Sign in to save a filter.", "登录后才能保存筛选。"))
    name = " ".join(name.split())
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
        sentence = say("Give it a name of 1 to 24 characters.", "请起个名字，1 至 24 个字。")
        raise Invalid(sentence, fields={"name": sentence})
    if len(asked) > LONGEST_ASKED:
        raise Invalid(say("This filter is too long to save. Choose less.", "筛选条件太多，请减少几项再保存。"))
    others = SavedFilter.objects.filter(account=by.account, page=page).exclude(name=name)
    if others.count() >= MOST:
        raise Invalid(
            say(
                "You have {most} saved filters here. Delete one first.",
                "已保存 {most} 个筛选，请先删掉一个。",
                most=MOST,
            )
        )
    saved, _ = SavedFilter.objects.update_or_create(
        account_id=by.account, page=page, name=name, defaults={"asked": asked, "at": at}
    )
    return saved


def forget_filter(saved: UUID, *, by: Actor) -> None:
    """Deletes one of the actor's own."""
    if not SavedFilter.objects.filter(pk=saved, account=by.account).delete()[0]:
        raise NotFound(say("There is no such saved filter. Load the page again.", "没有这个筛选，请刷新页面。"))
