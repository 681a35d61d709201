"""Tracking codes: what lets someone without an account follow their own matter, and only that one."""

from __future__ import annotations

import secrets
from uuid import UUID

from django.utils.crypto import salted_hmac

from linli.domains.matters.models import Matter
from linli.domains.people.actor import Actor

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""No 0, 1, I or O: the code is read out on the phone."""

LENGTH = 12
"""Characters: 60 bits, out of reach of guessing behind a rate limit."""


def new_code() -> str:
    """A new code in three groups of four: `7K3F-9QXM-2TBW`."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return "-".join(drawn[start : start + 4] for start in range(0, LENGTH, 4))


def tracking_index(code: str) -> bytes:
    """What is stored of a code: 32 bytes, keyed, of its letters alone."""
    letters = "".join(letter for letter in code.upper() if letter in ALPHABET)
    return salted_hmac("linli.tracking", letters, algorithm="sha256").digest()


def tracked_by(code: str) -> UUID | None:
    """The matter this code opens, if any."""
    return Matter.objects.filter(tracking=tracking_index(code)).values_list("pk", flat=True).first()


def follower_of(matter: UUID) -> Actor:
    """Someone who showed the matter's code: they are its opener there, and nobody elsewhere."""
    return Actor(tracks=matter)
