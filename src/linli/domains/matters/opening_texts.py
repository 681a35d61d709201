"""Opening the original of a text: for a purpose, by someone with a right to it, always logged."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from linli.domains.matters.engine.refusals import unknown
from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Attachment, Audience, Matter, Text
from linli.domains.matters.seeing import may_read
from linli.domains.people.actor import Actor
from linli.domains.people.queries import introduce
from linli.kernel.refusal import NotAllowed
from linli.kernel.vault import Basis, Opener, Purpose, open_values
from linli.kernel.words import say

ERASED = say("[erased at the person's request]", "〔已按本人要求删除〕")


def open_text(text: UUID, *, by: Actor, purpose: Purpose, at: datetime) -> str:
    """The original words; the resident reads in their access log who opened them and what for."""
    row = Text.objects.select_related("matter", "matter__parent").filter(pk=text).first()
    if row is None or row.sealed is None or not may_read(by, row.matter):
        raise unknown()
    if not may_open(row, by):
        raise not_open()
    opened = open_values(
        [row.sealed],
        by=opener_of(by),
        purpose=purpose,
        basis=basis_of(purpose),
        matter=whole(row.matter).pk,
        at=at,
        in_place_of_erased=str(ERASED),
    )
    return opened[row.sealed]


def may_open(kept: Text | Attachment, by: Actor) -> bool:
    """The opener reads what both sides wrote or sent; staff read what their kind of matter lets them."""
    matter = whole(kept.matter)
    if by.system or _opened(by, matter) or _opened(by, kept.matter):
        return by.system or kept.audience != Audience.STAFF
    kind = kind_of(matter.kind)
    if kind.may_open(by, matter):
        return True
    return kept.matter == matter and kept.audience != Audience.STAFF and kind.said_to(by, matter)


def is_own(matter: Matter, by: Actor) -> bool:
    """Whether it is the matter, or a part of the matter, of the person who stands there."""
    return _opened(by, whole(matter)) or _opened(by, matter)


def _opened(by: Actor, matter: Matter) -> bool:
    return by.tracks == matter.pk or (by.stands_for is not None and by.stands_for == matter.opener_id)


def whole(matter: Matter) -> Matter:
    """The matter a part belongs to, or itself."""
    return matter.parent or matter


def opener_of(by: Actor) -> Opener:
    """How the resident's access log names whoever opens."""
    label = introduce(by).label if by.posts else str(say("The person concerned", "本人"))
    return Opener(account=by.account, person=by.person, label=label)


def basis_of(purpose: Purpose) -> Basis:
    """By what right one opens for this purpose: a rescue needs no duty (PIPL Art. 13(1)(4)), a proof needs consent."""
    return {Purpose.RESCUE: Basis.EMERGENCY, Purpose.OWN_PROOF: Basis.CONSENT}.get(purpose, Basis.DUTY)


def not_open() -> NotAllowed:
    """The masked copy is all this reader gets."""
    return NotAllowed(
        say(
            "The original is not open to you. Ask the community desk to tell you what you need to know.",
            "你不能查看原文。需要了解的情况，请向社区受理岗询问。",
        )
    )
