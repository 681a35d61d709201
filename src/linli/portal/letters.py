"""Messages as a list shows them: each leading to the matter it is about, where that is the reader's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from linli.domains.delivery.queries import InboxItem
from linli.domains.matters.queries import readable_numbers
from linli.domains.people.actor import Actor
from linli.kernel.words import Words
from linli.portal.addresses import own_address, shared_address


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One message; `href` is empty where its matter can no longer be read."""

    id: UUID
    words: Words
    href: str
    at: datetime
    unread: bool


def letters(items: Sequence[InboxItem], *, by: Actor) -> list[Letter]:
    """These messages with where they lead; one statement."""
    about = readable_numbers([item.matter for item in items if item.matter], by=by)
    return [
        Letter(id=item.id, words=item.words, href=_href(item, about), at=item.at, unread=item.unread) for item in items
    ]


def _href(item: InboxItem, about: dict[UUID, tuple[str, bool]]) -> str:
    if item.matter not in about:
        return ""
    number, own = about[item.matter]
    return own_address(number) if own else shared_address(number)
