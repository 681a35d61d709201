"""A letter of ours that came back: read from the delivery status a mail server sends (RFC 3464)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.message import Message
from uuid import UUID

OURS = re.compile(r"<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@", re.I)
FAILED = re.compile(r"^action:\s*failed\b", re.I | re.M)
STATUS = re.compile(r"^status:\s*(5\.\d{1,3}\.\d{1,3})", re.I | re.M)
MESSAGE_ID = re.compile(rf"^message-id:\s*{OURS.pattern}", re.I | re.M)


@dataclass(frozen=True, slots=True)
class Bounce:
    """Which sending failed for good, and with which status; a delay is no bounce."""

    sending: UUID
    status: str


def is_status(mail: Message) -> bool:
    """Whether the mail reports on the delivery of another."""
    return mail.get_content_type() == "multipart/report"


def bounce_of(mail: Message) -> Bounce | None:
    """The letter of ours that failed for good, if the report names one."""
    parts = {part.get_content_type(): part for part in mail.walk()}
    told = _plain(parts.get("message/delivery-status"))
    returned = _plain(parts.get("message/rfc822")) or _plain(parts.get("text/rfc822-headers"))
    status, named = STATUS.search(told), MESSAGE_ID.search(returned)
    if not (FAILED.search(told) and status and named):
        return None
    return Bounce(UUID(named[1]), status[1])


def _plain(part: Message | None) -> str:
    """A part's own lines, whatever the parser made of them."""
    if part is None:
        return ""
    return part.as_bytes().decode("utf-8", "replace")
