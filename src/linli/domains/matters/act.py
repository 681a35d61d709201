"""An act, before, while and after it is performed: what goes into the engine and what comes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any, TypeVar
from uuid import UUID

from linli.domains.matters.models import Event, Matter, Text
from linli.domains.people.actor import Actor
from linli.kernel.lifecycle import State, Transition
from linli.kernel.refusal import Refusal

T = TypeVar("T", bound=Transition)


def _as(transition: type[T], details: Transition) -> T:
    if not isinstance(details, transition):
        raise TypeError(f"expected {transition.__name__}, got {type(details).__name__}")
    return details


@dataclass(frozen=True, kw_only=True)
class NewFile:
    """A file on its way in, already looked into and cleaned: see `attachments.read_upload`, which alone makes them.

    A picture has its size in pixels and a thumbnail; what `shows` work is from before or
    after it. No content shows in a repr.
    """

    mime: str
    content: bytes = field(repr=False)
    thumbnail: bytes = field(default=b"", repr=False)
    width: int | None = None
    height: int | None = None
    staff_only: bool = False
    shows: str = ""

    @property
    def digest(self) -> bytes:
        """SHA-256 of the content as it is kept: what the record commits to."""
        return sha256(self.content).digest()


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A matter about to be opened. `details` are the opening's; `extra` is between a domain and its frame.

    `at` is its own time, where that is not the batch's: for what happened before it came here.
    """

    details: Transition
    opener: UUID | None = None
    origin: UUID | None = None
    parent: Matter | None = None
    tracking: bytes | None = None
    known_names: tuple[str, ...] = ()
    files: Sequence[NewFile] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)
    at: datetime | None = None

    def given(self, transition: type[T]) -> T:
        """The details, as those of the opening that this frame is for."""
        return _as(transition, self.details)


@dataclass(frozen=True, kw_only=True)
class Move:
    """An act asked for: which matter, what with, and the version the person saw (None: whichever it is).

    `at` is its own time, where that is not the batch's.
    """

    matter: UUID
    details: Transition
    version: int | None = None
    files: Sequence[NewFile] = ()
    at: datetime | None = None


@dataclass(kw_only=True)
class Act:
    """An act being performed; hooks may change its matter's row until it is written.

    `said` has its free texts by field, masked, once they are written.
    """

    matter: Matter
    details: Transition
    by: Actor
    at: datetime
    source: State | None
    target: State
    event: Event
    draft: Draft | None = None
    files: Sequence[NewFile] = ()
    said: dict[str, str] = field(default_factory=dict, repr=False)

    def given(self, transition: type[T]) -> T:
        """The details, as those of the transition that this hook hears of."""
        return _as(transition, self.details)

    @property
    def parent(self) -> Matter:
        """The matter that this one is part of."""
        if self.matter.parent is None:
            raise LookupError(f"{self.matter.kind} stands alone")
        return self.matter.parent


@dataclass(kw_only=True)
class Outcome:
    """What a batch did, and which of its moves were refused and why."""

    done: list[Act]
    refused: dict[UUID, Refusal]


@dataclass(frozen=True)
class Written:
    """A free text on its way into the database; the original never shows in a log."""

    act: Act
    text: Text
    original: str = field(repr=False)
