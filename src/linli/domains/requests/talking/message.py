"""A message as a chat's door reads it, whoever carried it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

What = Literal["text", "picture", "follows", "leaves", "nothing", "else"]


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """One thing a resident did in the chat; `id` is its own for good, `address` whom an answer goes to."""

    id: str
    address: str = field(repr=False)
    what: What
    text: str = field(default="", repr=False)
    picture: str = ""
