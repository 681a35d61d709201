"""The sequencer's round: number what is committed, publish what is numbered; for a thread or process of its own."""

from __future__ import annotations

import logging
import time
from threading import Event

from django.db import InterfaceError, OperationalError, connection

from linli.kernel.record.logs import all_logs
from linli.kernel.record.numbering import BATCH, number_pending
from linli.kernel.record.publishing import CHUNK, Publisher
from linli.kernel.refusal import Refusal

log = logging.getLogger(__name__)

EVERY = 0.4
"""Seconds between two checkpoints of a log in which much happens."""

REST = 10.0
"""Seconds before a log that must not go on is looked at again."""

AGAIN = 60.0
"""Seconds before trouble that goes on is told again."""


class Sequencer:
    """Numbers and publishes; remembers of each log its publisher, since when it must not go on, and what was told."""

    def __init__(self) -> None:
        self._publishers: dict[str, Publisher] = {}
        self._resting: dict[str, float] = {}
        self._told: dict[str, float] = {}
        self._looked: set[str] = set()
        self._sound = False
        self._due = 0.0

    def work(self) -> bool:
        """One round; whether there is more to do at once. The first only looks whether all may go on."""
        numbered = number_pending() if self._sound else 0
        published = 0
        if time.monotonic() >= self._due:
            self._due = time.monotonic() + EVERY
            logs = [head.name for head in all_logs()]
            published = max([self._publish(name) for name in logs], default=0)
            self._sound = self._looked.issuperset(logs) and not self._resting
        if published >= CHUNK:
            self._due = 0.0
        return numbered >= BATCH or published >= CHUNK

    def _publish(self, name: str) -> int:
        if time.monotonic() < self._resting.get(name, 0.0):
            return 0
        try:
            done = self._publishers.setdefault(name, Publisher(name)).publish()
        except OSError as error:
            self._tell(name, f"it cannot be published and will be tried again ({error.strerror or error})")
            return 0
        except Refusal as refusal:
            self._resting[name] = time.monotonic() + REST
            self._tell(name, refusal.sentence.in_language("en"))
            return 0
        if done is None:
            return 0
        self._resting.pop(name, None)
        self._looked.add(name)
        return done

    def _tell(self, name: str, trouble: str) -> None:
        now = time.monotonic()
        if now - self._told.get(name, -AGAIN) >= AGAIN:
            self._told[name] = now
            log.error("the record's log %s: %s", name, trouble)


def run_sequencer(stop: Event, *, pause: float = 0.2) -> None:
    """Number and publish until `stop` is set.

    Looks every `pause` seconds (a NOTIFY would make all commits queue for one lock), at once again after a full batch;
    survives the database's absence and a full disk. Any number may run: one works, the others stand by.
    """
    sequencer = Sequencer()
    try:
        while not stop.is_set():
            try:
                more = sequencer.work()
            except (OperationalError, InterfaceError) as error:
                log.warning("the sequencer lost the database (%s); it will try again", type(error).__name__)
                connection.close()
                more = False
            if not more:
                stop.wait(pause)
    finally:
        connection.close()
