"""The session store: Django's database store with whose session it is beside it, so that it can be listed and ended."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone

from linli.domains.people.signin.models import Session
from linli.kernel.postgres import absence

COLUMNS = ("account", "door", "kept", "started_at", "network", "device")
SEEN_EVERY = 60
"""Seconds between two notes of when a session was last seen: one small write a minute at most."""


class SessionStore(DatabaseStore):
    """Keeps the row it was loaded from: the middleware reads from it who this is without another statement."""

    row: Session | None = None
    ended = False

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Our own table."""
        return Session

    def load(self) -> dict[str, Any]:
        """The session's contents; nothing where it ran out or was ended from elsewhere."""
        self.row = Session.objects.filter(session_key=self.session_key, expire_date__gt=timezone.now()).first()
        if self.row is None:
            self._session_key = None
            return {}
        return self.decode(self.row.session_data)

    def flush(self) -> None:
        """Ends the session: the browser is told to forget its cookie."""
        super().flush()
        self.ended = True

    def is_empty(self) -> bool:
        """Empty only when it was ended here.

        A request that was under way while the browser signed in comes with the former cookie; its answer must not
        take the new one away.
        """
        return self.ended and super().is_empty()

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row to save, its columns filled from what `mark_signed_in` put into the session."""
        session = cast("Session", super().create_model_instance(data))
        whose = data.get("signin", {})
        session.account = UUID(whose["account"]) if "account" in whose else None
        session.started_at = datetime.fromisoformat(whose["started_at"]) if "started_at" in whose else None
        for column in ("door", "network", "device"):
            setattr(session, column, whose.get(column, ""))
        session.kept = whose.get("kept", False)
        session.seen_at = timezone.now()
        if self.row is not None and self.row.session_key == session.session_key:
            session.id = self.row.id
        self.row = session
        return session

    def save(self, must_create: bool = False) -> None:
        """Saves it. A database that is away is told as that: Django takes any failure for a session that was ended."""
        try:
            super().save(must_create)
        except UpdateError as error:
            failure = error.__context__
            if failure and absence(failure):
                raise failure from failure.__cause__
            raise

    def touch(self, *, at: datetime) -> None:
        """Notes that the session is in use."""
        if self.row is not None and (at - self.row.seen_at).total_seconds() >= SEEN_EVERY:
            Session.objects.filter(session_key=self.row.session_key).update(seen_at=at)
            self.row.seen_at = at
