"""Bringing messages in from a sheet: each sealed, masked, recorded and findable when its batch is done."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from linli.bench import cpu
from linli.bench.figures import MS, Measured
from linli.bench.stand import Stand
from linli.bench.texts import texts
from linli.domains.matters.searching import search
from linli.domains.people.actor import SYSTEM
from linli.domains.requests.importing.actions import bring_in, look, place_called
from linli.domains.requests.lifecycle import REQUEST

WALL = "ms"
MOST_MS = 2.0
"""Five hundred messages a second."""

WARMING = 200
"""Messages brought in before those that count: dictionaries loaded, statements prepared, calendars laid out."""

HEADER = ("留言编号", "留言用户", "留言时间", "留言详情")


def measure(stand: Stand) -> Iterator[Measured]:
    """As many as there are requests already, from one file; then the last of them is looked for by its words."""
    place = place_called("")
    with TemporaryDirectory(prefix="linli-bench-import-") as folder:
        warm, full = Path(folder, "warm.csv"), Path(folder, "full.csv")
        write_messages(warm, WARMING, at=stand.at)
        write_messages(full, stand.size, first=WARMING, at=stand.at)
        bring_in(warm, look(warm), place=place, by=SYSTEM, at=stand.at)
        looked = look(full)
        before, began = _spent(stand), time.perf_counter()
        one = bring_in(full, looked, place=place, by=SYSTEM, at=stand.at, progress=_shown(stand))
        wall = (time.perf_counter() - began) * 1000
        taken = _spent(stand) - before
    found = [search(text[:2], by=SYSTEM, kind=REQUEST.kind, limit=1) for text in texts()[:20]]
    if one.counts["opened"] != stand.size or not any(found):
        raise RuntimeError(f"of {stand.size} messages came in: {one.counts}")
    yield Measured("messages a second, sealed and findable", 1000 * stand.size / wall, "messages/s")
    yield Measured("one message brought in: by the clock", wall / stand.size, WALL, MOST_MS)
    yield Measured("one message brought in", taken / stand.size, MS)


def write_messages(path: Path, count: int, *, at: datetime, first: int = 0) -> None:
    """A sheet of so many messages of the last two years, as a mayor's mailbox exports them."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for number, text in enumerate(islice(cycle(texts()), first, first + count), first):
            reported = at - timedelta(days=700) + timedelta(minutes=number % 900_000)
            writer.writerow([number, f"U{number // 2}", f"{reported:%Y-%m-%d %H:%M:%S}", text])


def _spent(stand: Stand) -> float:
    """Milliseconds of processor time that this process, which imports, and the database have used."""
    return cpu.own() + cpu.spent(stand.database)


def _shown(stand: Stand) -> Callable[[int, int], None]:
    return lambda done, of: stand.progress(done, of, "import")
