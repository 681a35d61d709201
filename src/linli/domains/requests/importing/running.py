"""Runs one import: batch by batch, each one transaction, so that whatever is killed goes on where it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from uuid import UUID

from django.db import connection, transaction

from linli.domains.people.actor import Actor
from linli.domains.requests.importing.carrying import Ground, carry
from linli.domains.requests.importing.models import FallenRow, Import, ImportedRow, Stage
from linli.domains.requests.importing.reading import Brought, Fallen, Reader
from linli.domains.requests.importing.refusals import CHANGED, running_already
from linli.kernel.refusal import Refusal
from linli.kernel.sheets import Sheet
from linli.kernel.vault.blind import blind

BATCH = 200
"""Rows of one transaction."""

_LOCKS = 0x696D706F
"""Space of the advisory locks by which an import runs but once."""

Progress = Callable[[int, int], None]


def carry_on(one: Import, sheet: Sheet, *, by: Actor, at: datetime, progress: Progress | None = None) -> Import:
    """Brings in whatever of the sheet this import has not dealt with yet; refuses where it runs elsewhere."""
    ground = Ground(one.place_id, one.place.path)
    reader = Reader(sheet.names, one.columns, now=at)
    with _alone(one.pk):
        rows = (row for row in sheet.rows() if row.number > one.position)
        one.refresh_from_db()
        while some := list(islice(rows, BATCH)):
            with transaction.atomic():
                _take(one, [reader.read(row) for row in some if row.number > one.position], ground, by=by, at=at)
                one.position = some[-1].number
                one.save(update_fields=["position", "counts"])
            if progress:
                progress(one.position - sheet.header, one.total)
        one.stage, one.ended_at = Stage.DONE, at
        one.save(update_fields=["stage", "ended_at"])
    return one


def keys_of(rows: Sequence[Brought], source: bytes) -> list[bytes]:
    """By what each row is known again: its number in its own system, else all it says."""
    return [
        blind("imported.key", f"{source.hex()}|{row.number}") if row.number else words_of(row, source) for row in rows
    ]


def words_of(row: Brought, source: bytes) -> bytes:
    """A keyed digest of what the row says, by which a changed row is told from the same."""
    return blind("imported.words", "\x1f".join((source.hex(), row.number, row.at.isoformat(), row.text, row.account)))


@contextmanager
def _alone(one: UUID) -> Iterator[None]:
    key = int.from_bytes(one.bytes[-4:], "big", signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [_LOCKS, key])
        if not cursor.fetchone()[0]:
            raise running_already()
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [_LOCKS, key])


def _take(one: Import, read: Sequence[Brought | Fallen], ground: Ground, *, by: Actor, at: datetime) -> None:
    counts: Counter[str] = Counter(one.counts)
    fallen = [each for each in read if isinstance(each, Fallen)]
    fresh, repeated, changed = _sort(one, [each for each in read if isinstance(each, Brought)])
    refused = _bring(one, fresh, ground, counts, by=by, at=at)
    fallen += [*changed, *refused]
    FallenRow.objects.bulk_create(
        [
            FallenRow(brought_by=one, line=each.line, column=each.column[:80], en=each.why.in_language("en"),
                      zh=each.why.in_language("zh-hans"))
            for each in fallen
        ]
    )  # fmt: skip
    counts["repeated"] += repeated
    counts["fallen"] += len(fallen)
    one.counts = dict(counts)


Keyed = tuple[Brought, bytes, bytes]


def _sort(one: Import, rows: Sequence[Brought]) -> tuple[list[Keyed], int, list[Fallen]]:
    """What is new, how many were here already, and those that came before under the same number with other words."""
    source = bytes(one.source)
    keys = keys_of(rows, source)
    known = {
        bytes(key): bytes(words)
        for key, words in ImportedRow.objects.filter(key__in=keys).values_list("key", "words")
        if key
    }
    fresh: list[Keyed] = []
    repeated, changed = 0, []
    for row, key in zip(rows, keys, strict=True):
        words = words_of(row, source)
        if key not in known:
            fresh.append((row, key, words))
            known[key] = words
        elif known[key] == words:
            repeated += 1
        else:
            changed.append(Fallen(row.line, "", CHANGED))
    return fresh, repeated, changed


def _bring(
    one: Import, rows: Sequence[Keyed], ground: Ground, counts: Counter[str], *, by: Actor, at: datetime
) -> list[Fallen]:
    """Brings rows in; where one of them is refused, the others come in all the same."""
    if not rows:
        return []
    try:
        with transaction.atomic():
            carried = carry([row for row, _, _ in rows], ground=ground, by=by, at=at)
            ImportedRow.objects.bulk_create(
                [
                    ImportedRow(matter=act.matter, brought_by=one, line=row.line, key=key, words=words)
                    for act, (row, key, words) in zip(carried.opened, rows, strict=True)
                ]
            )
    except Refusal as refusal:
        if len(rows) == 1:
            return [Fallen(rows[0][0].line, "", refusal.sentence)]
        half = len(rows) // 2
        return [some for part in (rows[:half], rows[half:]) for some in _bring(one, part, ground, counts, by=by, at=at)]
    counts.update(carried.counts)
    return []
