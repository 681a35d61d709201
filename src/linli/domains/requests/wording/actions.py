"""Keeping wordings: adding one to one's own unit, ending one."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from linli.domains.people.actor import Actor
from linli.domains.people.rights import require_anywhere
from linli.domains.requests.rights import HANDLE
from linli.domains.requests.wording.models import Wording
from linli.kernel.lifecycle.details import MAX_TEXT
from linli.kernel.refusal import Invalid, NotAllowed, NotFound
from linli.kernel.vault import mask_text
from linli.kernel.words import say

MOST = 100
"""Wordings of one unit; with more of them nobody finds any."""
LONGEST_TITLE = 40


def add_wording(unit: UUID, *, title: str, body: str, by: Actor, at: datetime) -> UUID:
    """Keeps a wording for the unit, masked: what concerns one resident does not belong in it."""
    require_own(unit, by=by)
    title, body = " ".join(title.split()), body.strip()
    if not 1 <= len(title) <= LONGEST_TITLE or not 2 <= len(body) <= MAX_TEXT:
        raise Invalid(
            say(
                "Give it a name of at most {title} characters and words of at most {most}.",
                "请填写名称（最多 {title} 个字）和内容（最多 {most} 个字）。",
                title=LONGEST_TITLE,
                most=MAX_TEXT,
            )
        )
    if Wording.objects.filter(unit=unit, ended_at=None).count() >= MOST:
        raise Invalid(say("The unit has {n} already. End one first.", "本单位已有 {n} 条，请先停用一些。", n=MOST))
    kept = Wording.objects.create(
        unit_id=unit, title=mask_text(title).text, body=mask_text(body).text, added_by_id=by.account, added_at=at
    )
    return kept.pk


def end_wording(wording: UUID, *, by: Actor, at: datetime) -> None:
    """Takes it out of the list."""
    found = Wording.objects.filter(pk=wording, unit__in=by.units(HANDLE.code), ended_at=None).first()
    if found is None:
        raise NotFound(say("There is no such wording in your unit.", "你的单位没有这条常用语。"))
    found.ended_at = at
    found.save(update_fields=["ended_at"])


def require_own(unit: UUID, *, by: Actor) -> None:
    """Refuses whoever does not answer for the unit."""
    require_anywhere(by, HANDLE)
    if unit not in by.units(HANDLE.code):
        raise NotAllowed(
            say(
                "Wordings are kept by the unit's own people. Choose your own unit.",
                "常用语由本单位自己维护，请选择自己的单位。",
            )
        )
