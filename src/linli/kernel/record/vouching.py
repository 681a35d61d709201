"""Having a log's checkpoints witnessed: neighbours are asked before one is shown, and none can hold it up.

A witness that does not vouch rests, longer each time, and is meanwhile not waited for; how each stands is public.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connection
from django.utils import timezone

from linli.kernel.record.trusting import witnesses
from linli.kernel.tlog import (
    CHECKPOINT,
    Doubt,
    Note,
    Signature,
    Store,
    Tree,
    Witness,
    cosigned_at,
    parse_checkpoint,
    parse_note,
)
from linli.kernel.witnessing import Asked, ask_all
from linli.kernel.words import Words

log = logging.getLogger(__name__)

WITHIN = 0.4
"""Seconds that a checkpoint waits for its witnesses at most."""

FIRST_REST, LONGEST_REST = 5.0, 60.0
"""Seconds for which a witness that did not vouch is not asked again: doubled each time."""

FRESH = 600
"""Seconds after which a witness is asked anew about a log in which nothing happens: readers see that it still looks."""

PATIENCE = 10.0
"""Seconds that a quiet log gives them."""

LOOK = 2.0
"""Seconds between two looks at whether a quiet log's checkpoint could be vouched for better."""

_beside = ThreadPoolExecutor(2, thread_name_prefix="vouching")

_KNOWN = "SELECT name, size FROM record_witness WHERE log_id = %s"
_STAND = """
INSERT INTO record_witness (log_id, name, size, vouched_at, trouble_en, trouble_zh, since)
SELECT %s, * FROM unnest(%s::text[], %s::bigint[], %s::timestamptz[], %s::text[], %s::text[], %s::timestamptz[])
ON CONFLICT (log_id, name) DO UPDATE SET size = excluded.size,
    vouched_at = coalesce(excluded.vouched_at, record_witness.vouched_at),
    trouble_en = excluded.trouble_en, trouble_zh = excluded.trouble_zh,
    since = CASE WHEN excluded.trouble_en = '' THEN NULL ELSE coalesce(record_witness.since, excluded.since) END
"""
_STANDINGS = """
SELECT origin, w.name, w.size, vouched_at, trouble_en, trouble_zh, since
FROM record_witness AS w JOIN record_log ON record_log.id = log_id ORDER BY log_id, w.name
"""


@dataclass(frozen=True, slots=True)
class WitnessStanding:
    """How a witness stands to a log: up to which entry it vouched, when; or what keeps it from it, `since` when."""

    origin: str
    name: str
    size: int
    vouched_at: datetime | None
    trouble: Words | None
    since: datetime | None


class Vouching:
    """Asks the witnesses about one log."""

    def __init__(self, log_id: int, store: Store) -> None:
        self._log = log_id
        self._store = store
        self._known: dict[str, int] | None = None
        self._rests: dict[str, tuple[float, float]] = {}
        self._look = 0.0
        self._asking: tuple[Note, Future[list[Asked]]] | None = None

    def cosigned(self, note: Note, size: int) -> Note:
        """The note with every cosignature that came in time."""
        self._asking = None  # whatever was asked about an older one
        due = self._due(list(witnesses().witnesses))
        return self._heard(note, self._question(due, note, size)(WITHIN)) if due else note

    def look_again(self) -> None:
        """Have the checkpoint that is shown vouched for by whoever did not, or did so long ago; waits for nobody."""
        if self._asking:
            self._take_up()
        elif time.monotonic() >= self._look:
            self._look = time.monotonic() + LOOK
            self._ask_beside()

    def _ask_beside(self) -> None:
        note = self._shown() if witnesses().witnesses else None
        if note is None:
            return
        due = self._due([witness for witness in witnesses().witnesses if _stale(note, witness)])
        if due:
            question = self._question(due, note, parse_checkpoint(note.text).size)
            self._asking = note, _beside.submit(question, PATIENCE)

    def _take_up(self) -> None:
        """Show the cosignatures that were asked for beside, if the checkpoint is still the same."""
        if not self._asking or not self._asking[1].done():
            return
        (asked, answers), self._asking = self._asking, None
        note = self._shown()
        if note and note.text == asked.text and (better := self._heard(note, answers.result())) != note:
            self._store.write([(CHECKPOINT, bytes(better))])

    def _shown(self) -> Note | None:
        try:
            return parse_note(self._store.read(CHECKPOINT))
        except (FileNotFoundError, Doubt):
            return None

    def _due(self, some: list[Witness]) -> list[Witness]:
        return [each for each in some if each.url and time.monotonic() >= self._rests.get(each.name, (0.0, 0.0))[0]]

    def _question(self, due: list[Witness], note: Note, size: int) -> Callable[[float], list[Asked]]:
        """What to call, with the seconds that they are given; it touches no database, so any thread may."""
        if self._known is None:
            self._known = _known(self._log)
        ladder, known = Tree(size, self._store.read).consistency, dict(self._known)
        return lambda within: ask_all(due, note, ladder, known=known, within=within)

    def _heard(self, note: Note, answers: list[Asked]) -> Note:
        for answer in answers:
            self._known = {**(self._known or {}), answer.witness: answer.size}
            self._rest(answer)
        _remember(self._log, answers)
        return _renewed(note, [answer.line for answer in answers if answer.line])

    def _rest(self, answer: Asked) -> None:
        if answer.line:
            self._rests.pop(answer.witness, None)
            return
        before = self._rests.get(answer.witness, (0.0, FIRST_REST / 2))[1]
        rest = min(LONGEST_REST, before * 2)
        if answer.witness not in self._rests:
            log.warning("the witness %s %s", answer.witness, answer.trouble[0])
        self._rests[answer.witness] = (time.monotonic() + rest, rest)


def witness_standings() -> list[WitnessStanding]:
    """How every witness that was ever asked stands to each log."""
    with connection.cursor() as cursor:
        cursor.execute(_STANDINGS)
        rows = cursor.fetchall()
    return [
        WitnessStanding(origin, name, size, vouched_at, Words(en, zh) if en else None, since)
        for origin, name, size, vouched_at, en, zh, since in rows
    ]


def _stale(note: Note, witness: Witness) -> bool:
    try:
        return time.time() - cosigned_at(note, witness.key) > FRESH
    except Doubt:
        return True


def _renewed(note: Note, lines: list[Signature]) -> Note:
    """The note with these lines, each in the place of an older one by the same key."""
    new = {(line.name, line.key_id) for line in lines}
    return Note(note.text, (*(line for line in note.signatures if (line.name, line.key_id) not in new), *lines))


def _known(log_id: int) -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(_KNOWN, [log_id])
        return dict(cursor.fetchall())


def _remember(log_id: int, answers: list[Asked]) -> None:
    now = timezone.now()
    columns: list[list[str] | list[int] | list[datetime | None]] = [
        [answer.witness for answer in answers],
        [answer.size for answer in answers],
        [_time(answer) for answer in answers],
        [answer.trouble[0] for answer in answers],
        [answer.trouble[1] for answer in answers],
        [now if answer.trouble[0] else None for answer in answers],
    ]
    with connection.cursor() as cursor:
        cursor.execute(_STAND, (log_id, *columns))


def _time(answer: Asked) -> datetime | None:
    """When the witness says that it vouched; nothing where it did not, or names a time that no calendar has."""
    if answer.line is None:
        return None
    try:
        return datetime.fromtimestamp(int.from_bytes(answer.line.signature[:8], "big"), UTC)
    except (ValueError, OverflowError, OSError):
        return None
