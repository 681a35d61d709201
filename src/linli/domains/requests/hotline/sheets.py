"""The hotline's orders as sheets, where nothing else connects: taken in row by row, written as the city asks for."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from linli.domains.requests.hotline.hearing import hear
from linli.domains.requests.hotline.models import Progress, Push
from linli.domains.requests.hotline.reading import FIRST, read_order
from linli.domains.requests.hotline.refusals import no_order_columns
from linli.domains.requests.hotline.saying import told_by
from linli.domains.requests.hotline.vocabulary import Heard
from linli.domains.requests.hotline.wire import Wire, put, wire
from linli.domains.requests.importing.reading import Fallen
from linli.kernel.refusal import Invalid, Refusal
from linli.kernel.sheets import Row, Sheet, open_sheet, write_sheet

NEEDED = ("number", "sent_at", "text")


@dataclass(frozen=True)
class Taken:
    """What a sheet of orders brought: what each row was, and the rows to mend."""

    sheet: Sheet
    heard: Counter[Heard]
    fallen: list[Fallen]


def take_sheet(file: Path, *, at: datetime) -> Taken:
    """Takes in the city's exported orders; the same file, or an order known by another door, adds nothing."""
    by, sheet = wire(), open_sheet(file)
    columns = {ours: sheet.names.index(name) for ours, name in by.sheets.orders.items() if name in sheet.names}
    missing = [by.sheets.orders[field] for field in NEEDED if field not in columns]
    if missing:
        raise no_order_columns(missing)
    heard: Counter[Heard] = Counter()
    fallen: list[Fallen] = []
    for row in sheet.rows():
        try:
            what, _ = hear(read_order(_given(row, columns, by), by, now=at), at=at)
            heard[what] += 1
        except Refusal as refusal:
            fallen.append(Fallen(row.number, _column(refusal, by), refusal.sentence))
    return Taken(sheet, heard, fallen)


def _given(row: Row, columns: dict[str, int], by: Wire) -> dict[str, Any]:
    """The row as the city's machine would have sent it."""
    given: dict[str, Any] = {}
    if by.order.sequence and "sequence" not in columns:
        put(given, by.order.sequence, FIRST)
    for ours, place in columns.items():
        if path := getattr(by.order, ours):
            put(given, path, row.cells[place])
    return given


def _column(refusal: Refusal, by: Wire) -> str:
    """The column of the field that the refusal names."""
    wrong = set(refusal.fields) if isinstance(refusal, Invalid) else set()
    return next((name for ours, name in by.sheets.orders.items() if getattr(by.order, ours) in wrong), "")


@transaction.atomic
def give_sheet(file: Path, *, at: datetime) -> int:
    """Writes all that the city has not been told into a new sheet, in its columns; says how many rows.

    Told is what stands in a whole file: killed before its end there is none, and the next sheet holds the same again.
    """
    by = wire()
    untold = Push.objects.select_for_update(of=("self",)).exclude(progress=Progress.SENT)
    waiting = list(untold.select_related("order__matter").order_by("order__opened_at", "order", "place"))
    draft = file.with_name(f".{file.name}.part")
    try:
        with draft.open("wb") as to:
            write_sheet(to, list(by.sheets.tellings.values()), _rows(waiting, by, at=at))
            to.flush()
            os.fsync(to.fileno())
        draft.rename(file)
    finally:
        draft.unlink(missing_ok=True)
    given = {"progress": Progress.SENT, "done_at": at, "error": ""}
    Push.objects.filter(pk__in=[push.pk for push in waiting]).update(**given)
    return len(waiting)


def _rows(pushes: list[Push], by: Wire, *, at: datetime) -> Iterator[list[str]]:
    for push in pushes:
        said = told_by(push, by, at=at)
        yield [_cell(said[ours]) for ours in by.sheets.tellings]


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    return "" if value is None else str(value)
