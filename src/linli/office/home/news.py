"""What was lately sent to somebody of the office and to their units."""

from __future__ import annotations

from uuid import UUID

from linli.domains.delivery.queries import InboxItem, inbox
from linli.domains.matters.queries import get_many
from linli.domains.people.actor import Actor


def recipients(by: Actor) -> list[UUID]:
    """Whose letters are theirs: their account's and their units'."""
    return [who for who in (by.account, *by.organisations) if who]


def news_of(by: Actor, *, unread_only: bool = False) -> list[InboxItem]:
    """The newest letters, without those to their unit about matters that their own post may not read."""
    found = inbox(recipients(by), unread_only=unread_only)
    readable = {matter.pk for matter in get_many({item.matter for item in found if item.matter}, by=by)}
    return [item for item in found if item.matter is None or item.matter in readable]
