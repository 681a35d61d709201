"""A letter: to whom, in which words, about what; given to `actions.send_many`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from linli.domains.delivery.channels import Recipient


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One message to one recipient: exactly one of the three `to_…`.

    `params` are coded (numbers, states, times), never personal. `key` makes the letter unique: the same key is
    delivered once, however often it is sent.
    """

    template: str
    key: str
    at: datetime
    params: Mapping[str, Any] = field(default_factory=dict)
    matter: UUID | None = None
    to_person: UUID | None = None
    to_account: UUID | None = None
    to_unit: UUID | None = None

    def __post_init__(self) -> None:
        if len(self._named()) != 1:
            raise ValueError("A letter goes to exactly one person, account or unit")

    def _named(self) -> list[tuple[Recipient, UUID]]:
        named = (
            (Recipient.PERSON, self.to_person),
            (Recipient.ACCOUNT, self.to_account),
            (Recipient.UNIT, self.to_unit),
        )
        return [(kind, who) for kind, who in named if who is not None]

    @property
    def recipient(self) -> tuple[Recipient, UUID]:
        """The kind of recipient and its identifier."""
        return self._named()[0]
