"""How fast a record is verified whole: entries like those of requests, a hundred for each of `--size`, in a folder."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from linli.bench.figures import Figure, Measured, Progress, figure
from linli.kernel.auditing import Audit, Directory, Outcome, audit
from linli.kernel.record import canonical
from linli.kernel.tlog import Checkpoint, Edge, Policy, grown, new_key, parse_policy, sign_checkpoint

ENTRIES_EACH = 100
STREAMS = 37
CHUNK = 65_536
GOAL = 300_000
MICROSECONDS = "µs CPU"


def measure(size: int, *, progress: Progress) -> Iterator[Figure]:
    """Entries a second with every core, the processor time of one, and what hashing them alone costs."""
    count = size * ENTRIES_EACH
    with TemporaryDirectory(prefix="linli-bench-verify-") as name:
        folder = Path(name)
        hashing, policy = _written(folder, count, progress)
        yield figure("verify", Measured("limit: SHA-256 of each entry", hashing, MICROSECONDS), size=count)
        seconds, spent = _timed(lambda: _verify(folder, policy))
        progress(1, 1, "verify")
    yield figure("verify", Measured("an entry, with all checks", spent / count * 1e6, MICROSECONDS), size=count)
    yield figure("verify", Measured("verified whole", count / seconds, "entries/s", GOAL, least=True), size=count)


def _written(folder: Path, count: int, progress: Progress) -> tuple[float, Policy]:
    """A log of so many entries on the disk; how many microseconds the hashing of one took, and whom to believe."""
    edge, hashing = Edge(), 0.0
    for begin in range(0, count, CHUNK):
        entries = [_entry(at) for at in range(begin, min(count, begin + CHUNK))]
        began = time.process_time()
        for entry in entries:
            sha256(entry).digest()
        hashing += time.process_time() - began
        edge, files = grown(edge, entries)
        for tile, data in files:
            path = folder / tile.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        progress(begin, count, "write")
    key = new_key("bench.example/log")
    (folder / "checkpoint").write_bytes(bytes(sign_checkpoint(Checkpoint(key.name, count, edge.root()), key)))
    return hashing / count * 1e6, parse_policy(f"log {key.verifier}\nquorum none\n".encode())


def _entry(at: int) -> bytes:
    """An entry as a filed request makes it."""
    return canonical(
        {
            "at": "2026-03-01T09:30:00.000Z",
            "body": {
                "category": "lift",
                "from": None,
                "number": f"BJ-2026-{at:06d}",
                "state": "filed",
                "verb": "report",
            },
            "commitments": {"text": sha256(b"%d" % at).hexdigest()},
            "id": str(UUID(int=at)),
            "kind": "request.report",
            "number": at // STREAMS + 1,
            "stream": f"1101050010{at % STREAMS:02d}/request",
        }
    )


def _verify(folder: Path, policy: Policy) -> None:
    verdict = audit(Audit(Directory(folder), policy))
    if verdict.outcome is not Outcome.TRUE:
        raise RuntimeError(f"the bench's own log is not believed: {verdict.findings[:3]}")


def _timed(act: Callable[[], None]) -> tuple[float, float]:
    """Seconds on the clock, and of processors, those of ended children included."""
    began, before = time.perf_counter(), _spent()
    act()
    return time.perf_counter() - began, _spent() - before


def _spent() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
