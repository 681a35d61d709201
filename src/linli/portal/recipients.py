"""To whom the messages of whoever looks are sent."""

from __future__ import annotations

from uuid import UUID

from linli.domains.people.actor import Actor


def recipients(by: Actor) -> list[UUID]:
    """The person and their account. Whoever acts for another does not read the other's inbox."""
    return [each for each in (by.person, by.account) if each is not None]
