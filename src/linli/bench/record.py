"""The record from commit to signed checkpoint: entries and whole actions a second, an import beside; proofs; limits."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from linli.bench import cpu, neighbourhood
from linli.bench.copying import own_server
from linli.bench.figures import Figure, Measured, Progress, figure
from linli.bench.importing import write_messages
from linli.bench.lives import register
from linli.bench.neighbourhood import Neighbourhood
from linli.bench.texts import texts
from linli.bench.watching import Watch
from linli.domains.matters.engine import Draft, open_many
from linli.domains.matters.models import Matter
from linli.domains.people.actor import Actor
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.lifecycle import request as life
from linli.kernel.postgres.liveness import postmaster
from linli.kernel.record import Fact, enter_many, open_log
from linli.kernel.record.showing import Shown
from linli.kernel.tlog import Edge, grown, leaf_hash, store_at

LOG, STREAMS = "bench", "bench/"
BATCH = 200
PACE = 4_000
"""Entries a second that must be kept up with."""

SECONDS = 10
ACTS = 500
PROOFS = 500
IMPORTED = 100_000
SHEET = 25_000
"""Messages of a sheet: an import refuses sheets that are too large."""


CHEAP = 200.0
"""Microseconds of all processors an entry may cost: four thousand a second then leave an import more than a core."""

WHOLE = 20.0
"""Milliseconds a whole action may cost: a hundred a second on two cores."""

PYMERKLE = 286.0
"""Appends a second of pymerkle 7.0.0 on SQLite, measured on a machine with 2 cores."""

RATE = "entries/s"


def measure(*, size: int, progress: Progress) -> Iterator[Figure]:
    """Every figure; `size` is how many entries are entered at once and how many an import beside brings in at most."""
    return (figure("record", one, size=size) for one in _measure(size, progress))


def _measure(size: int, progress: Progress) -> Iterator[Measured]:
    yield from _limits(size)
    hood = neighbourhood.build(at=timezone.now())
    people = register(50, at=timezone.now())
    open_log(LOG, prefix=STREAMS)
    with _program("work", "--only", "sequencer") as sequencer:
        _flood(BATCH, progress)  # begun, connected, its key made
        spent = _meter(sequencer.pid)
        before = spent()
        yield from _appended("alone", size, progress)
        taken = (spent() - before) / (size + min(size, PACE * SECONDS))
        yield Measured("an entry: entered, numbered, published, signed", taken * 1000, "µs CPU", CHEAP)
        before = spent()
        yield from _acts("whole actions, one process", hood, people, min(size, ACTS), progress)
        yield Measured("a whole action", (spent() - before) / min(size, ACTS), "ms CPU", WHOLE)
        yield from _proofs(progress)
        with _import_beside(min(size, IMPORTED)) as importing:
            yield from _appended("an import beside", size, progress)
            yield from _acts("an import beside: whole actions", hood, people, min(size, ACTS), progress)
            yield Measured("the import was still at work afterwards", float(_at_work(importing)), "yes 1")


def _meter(sequencer: int) -> Callable[[], float]:
    """Milliseconds of processor time that this process, the database and the sequencer have used."""
    database = postmaster(own_server().folders.data)
    if database is None:
        raise RuntimeError("the bench's database has ended")
    return lambda: cpu.own() + cpu.spent(database) + cpu.spent(sequencer)


def _limits(size: int) -> Iterator[Measured]:
    """What hashing, tiles in memory and this disk allow, without a database."""
    entries = [b"x" * 300] * size
    yield Measured("limit: leaf hashes", _rate(lambda: [leaf_hash(entry) for entry in entries], size), RATE)
    yield Measured("limit: tiles in memory", _rate(lambda: grown(Edge(), entries), size), RATE)
    with TemporaryDirectory(prefix="linli-bench-record-") as folder:
        store = store_at(folder, LOG)

        def written() -> None:
            edge = Edge()
            for begin in range(0, size, BATCH):
                edge, files = grown(edge, entries[begin : begin + BATCH])
                store.write((tile.path, data) for tile, data in files)

        yield Measured(f"limit: fsynced tiles, {BATCH} entries at a time", _rate(written, size), RATE)
    yield Measured("peer: pymerkle on SQLite", PYMERKLE, RATE)


def _appended(beside: str, size: int, progress: Progress) -> Iterator[Measured]:
    """As fast as they come, then at the pace that must be kept up with."""
    taken = _flood(size, progress).wait()
    yield Measured(f"{beside}: committed to signed", size / taken, RATE, PACE, least=True)
    delays = _paced(min(size, PACE * SECONDS), progress)
    yield Measured(f"{beside}: half are signed within, at {PACE:,}/s", delays[len(delays) // 2], "s")
    yield Measured(f"{beside}: 99 of 100 are signed within", delays[len(delays) * 99 // 100], "s", 1.0)
    yield Measured(f"{beside}: all are signed within", delays[-1], "s")


def _flood(size: int, progress: Progress) -> Watch:
    watch = Watch(LOG)
    with watch.looking():
        for begin in range(0, size, BATCH):
            progress(begin, size, "entries")
            _enter(min(BATCH, size - begin), watch)
        watch.wait()
    return watch


def _paced(size: int, progress: Progress) -> list[float]:
    watch, began = Watch(LOG), time.perf_counter()
    with watch.looking():
        for begin in range(0, size, BATCH):
            progress(begin, size, "paced entries")
            time.sleep(max(0.0, began + begin / PACE - time.perf_counter()))
            _enter(min(BATCH, size - begin), watch)
        watch.wait()
    return watch.delays()


def _enter(count: int, watch: Watch) -> None:
    at = timezone.now()
    facts = [
        Fact(stream=f"{STREAMS}{n % 7}", kind="bench.filed", body={"no": n, "state": "filed"}, at=at)
        for n in range(count)
    ]
    with transaction.atomic():
        enter_many(facts)
    watch.entered(count)


@contextmanager
def _import_beside(count: int) -> Iterator[subprocess.Popen[bytes]]:
    """So many messages being brought in by a process of its own, in as many sheets as their size asks for."""
    with TemporaryDirectory(prefix="linli-bench-record-") as folder:
        sheets = [Path(folder, f"messages-{first}.csv") for first in range(0, count, SHEET)]
        for number, sheet in enumerate(sheets):
            first = number * SHEET
            write_messages(sheet, min(SHEET, count - first), first=first, at=timezone.now())
        before = _brought_in()
        with _program("import", "requests", *map(str, sheets), "--errors", folder) as importing:
            while _brought_in() == before and _at_work(importing):
                time.sleep(0.1)
            yield importing


def _brought_in() -> int:
    return Matter.objects.filter(kind=REQUEST.kind).count()


def _at_work(importing: subprocess.Popen[bytes]) -> bool:
    """Whether it still brings messages in; an import that failed measures nothing."""
    ended = importing.poll()
    if ended:
        raise RuntimeError(f"the import beside failed with exit code {ended}")
    return ended is None


def _acts(what: str, hood: Neighbourhood, people: Sequence[UUID], count: int, progress: Progress) -> Iterator[Measured]:
    """Requests filed one by one, each in a transaction of its own: sealed, masked, timed, findable, on the record."""
    random, said = Random(0), texts()  # noqa: S311 - made-up lives need no secret dice
    buildings, began = hood.communities[0].buildings, time.perf_counter()
    for done in range(count):
        progress(done, count, "whole actions")
        details = life.Report(text=said[done % len(said)], place=random.choice(buildings))
        draft = Draft(details=details, opener=random.choice(people))
        open_many(REQUEST.kind, [draft], by=Actor(channel="web"), at=timezone.now())
    taken = time.perf_counter() - began
    yield Measured(what, count / taken, "actions/s", 100, least=True)


def _proofs(progress: Progress) -> Iterator[Measured]:
    """Proofs of random entries, each with its files read anew."""
    shown, random, taken = Shown(LOG), Random(0), []  # noqa: S311 - a bench's dice
    size = shown.size()
    for done in range(PROOFS):
        progress(done, PROOFS, "proofs")
        began = time.process_time()
        shown.proof(random.randrange(size))
        taken.append((time.process_time() - began) * 1000)
    yield Measured("a proof: middle", sorted(taken)[PROOFS // 2], "ms CPU", 2.0)
    yield Measured("a proof: 99 of 100 within", sorted(taken)[PROOFS * 99 // 100], "ms CPU")


def _rate(act: Callable[[], object], size: int) -> float:
    began = time.perf_counter()
    act()
    return size / (time.perf_counter() - began)


@contextmanager
def _program(*words: str) -> Iterator[subprocess.Popen[bytes]]:
    """Another process of this deployment, as an operator starts it; ended with the block."""
    process = subprocess.Popen([sys.executable, "-m", "linli.cli", *words], env=os.environ, stdout=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(30)
