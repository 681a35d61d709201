"""The numbers sign-in works by, read from the rule packs (`security.…`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from linli.domains.people.signin.vocabulary import Door
from linli.kernel.rules import rulebook

ASK_BY_PHONE = "security.limit.ask_code_phone"
ASK_BY_VISIT = "security.limit.ask_code_visit"
CHECK_BY_PHONE = "security.limit.check_code_phone"
CHECK_BY_VISIT = "security.limit.check_code_visit"
NAME_TRIED = "security.limit.password_name"
NAMES_TRIED_BY_VISIT = "security.limit.password_visit"
FACTOR = "security.limit.second_factor"
TRACK = "security.limit.track"
"""Tracking codes tried from one place: for the page that opens a request without an account."""
FILE = "security.limit.file_anonymously"
"""Requests filed, and what neighbours wrote reported as improper, without an account from one place."""
COMPARE = "security.limit.compare_words"
"""Words compared with what neighbours shared while somebody types, from one place."""
FLAG = "security.limit.flag"
"""What neighbours wrote, reported as improper by one resident."""
READ_OPENLY = "security.limit.read_openly"
"""What is public, read by programs without a key from one place."""
FILE_BY_MACHINE = "security.limit.file_by_machine"
"""Requests filed by one machine account."""


@dataclass(frozen=True, slots=True)
class CodePolicy:
    """How long a code holds and how often it may be tried."""

    holds: timedelta
    tries: int


@dataclass(frozen=True, slots=True)
class SessionPolicy:
    """How long a session lasts at most, and how long it may lie idle (None: as long as it lasts)."""

    lasts: timedelta
    idle: timedelta | None


def code_policy(*, at: datetime) -> CodePolicy:
    """The rule `security.code`."""
    value = rulebook().rule("security.code", on=timezone.localdate(at)).value
    return CodePolicy(timedelta(seconds=value["seconds"]), value["tries"])


def session_policy(door: Door, *, kept: bool, at: datetime) -> SessionPolicy:
    """The rules `security.session.staff`, `.kept` (a device the resident asked to remember) and `.visit`."""
    name = "staff" if door == Door.STAFF else "kept" if kept else "visit"
    value = rulebook().rule(f"security.session.{name}", on=timezone.localdate(at)).value
    idle = value.get("idle_minutes")
    return SessionPolicy(timedelta(hours=value["hours"]), timedelta(minutes=idle) if idle else None)
