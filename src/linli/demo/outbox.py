"""What the demo sent: text messages and e-mails in one file under LINLI_HOME, read by its own page only."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage
from django.utils import timezone

NEWEST = 200


@dataclass(frozen=True, slots=True)
class Sent:
    """One message as its made-up receiver would see it."""

    channel: str
    to: str
    text: str
    at: str
    serial: str
    context: str = ""

    @property
    def moment(self) -> datetime:
        """When it was sent."""
        return datetime.fromisoformat(self.at)


def put(sent: Sent) -> None:
    """Adds a message; one write, so that several processes never mix their lines."""
    line = json.dumps(asdict(sent), ensure_ascii=False).encode() + b"\n"
    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(opened, line)
    finally:
        os.close(opened)


def sent() -> list[Sent]:
    """The messages of this demo, oldest first."""
    try:
        written = _path().read_bytes()
    except FileNotFoundError:
        return []
    whole = written[: written.rfind(b"\n") + 1]  # another process may be half way through the last line
    return [Sent(**json.loads(line)) for line in whole.splitlines()]


def newest() -> list[Sent]:
    """The newest messages, newest first."""
    return sent()[: -NEWEST - 1 : -1]


def _path() -> Path:
    return Path(settings.HOME) / "demo" / "outbox.jsonl"


class EmailBackend(BaseEmailBackend):
    """Django's door to this outbox: an e-mail of the demo goes here and nowhere else."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Puts each message in the outbox once per receiver."""
        for message in email_messages:
            serial = str(message.extra_headers.get("Message-ID", ""))
            for to in message.recipients():
                put(Sent("email", to, f"{message.subject}\n{message.body}", timezone.now().isoformat(), serial))
        return len(email_messages)
