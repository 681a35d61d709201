"""The words of a notice: its drafts, sealed and opened by name, and the document whose digest is on the record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256

from linli.domains.matters.models import Event, Matter, Text
from linli.domains.matters.opening_texts import basis_of
from linli.domains.people.actor import Actor
from linli.domains.people.queries import introduce
from linli.kernel.record import canonical
from linli.kernel.vault import Opener, Purpose, open_values
from linli.kernel.words import say

FIELDS = ("title", "body", "claim", "verifier", "evidence")
"""What is written, reviewed and published; the last three in a rebuttal alone."""
DRAFTED = ("draft", "revise")
THE_SYSTEM = say("The system", "系统")


def drafted_events(matter: Matter) -> list[Event]:
    """Every version of the draft, the first one first; one statement."""
    return list(Event.objects.filter(matter=matter, verb__in=DRAFTED).order_by("version"))


def draft_words(
    matter: Matter, *, by: Actor, purpose: Purpose, at: datetime, event: Event | None = None
) -> dict[str, str]:
    """One version of the draft in its original words, the latest without `event`; the opening is logged."""
    drafted = event or Event.objects.filter(matter=matter, verb__in=DRAFTED).latest("version")
    refs = {text.field: text.sealed for text in Text.objects.filter(event=drafted) if text.sealed}
    label = introduce(by).label or str(THE_SYSTEM)
    opened = open_values(
        list(refs.values()),
        by=Opener(by.account, by.person, label),
        purpose=purpose,
        basis=basis_of(purpose),
        matter=matter.pk,
        at=at,
    )
    return {field: opened[refs[field]] for field in FIELDS if field in refs}


def document(*, number: str, kind: str, words: Mapping[str, str]) -> bytes:
    """What was published, byte for byte: canonical JSON (RFC 8785) of number, type and words, without empty ones."""
    return canonical({"number": number, "type": kind, **{field: text for field, text in words.items() if text}})


def digest(published: bytes) -> str:
    """What the record has of a document: its SHA-256, hex."""
    return sha256(published).hexdigest()
