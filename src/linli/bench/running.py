"""Fills one neighbourhood for all the benches asked for, and measures each at two sizes where it is large enough."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from django.utils import timezone

from linli.bench import clocks, desk, digest, duplicates, importing, intake, kernel, messages, notices, search
from linli.bench.copying import own_server
from linli.bench.figures import Figure, Measured, Progress, figure, growth
from linli.bench.filling import begin, grow, plan
from linli.bench.limits import limits
from linli.bench.neighbourhood import Neighbourhood
from linli.bench.serving import serving
from linli.bench.stand import Stand
from linli.kernel.postgres.liveness import postmaster

BENCHES: dict[str, Callable[[Stand], Iterator[Measured]]] = {
    "intake": intake.measure,
    "desk": desk.measure,
    "search": search.measure,
    "duplicates": duplicates.measure,
    "kernel": kernel.measure,
    "messages": messages.measure,
    "import": importing.measure,
    "clocks": clocks.measure,
    "notices": notices.measure,
    "digest": digest.measure,
}


GROWING = ("intake", "desk", "search", "duplicates")
"""Measured at two sizes. The others write what copies would collide with, or do not depend on the size."""


def run(names: Sequence[str], *, size: int, progress: Progress) -> Iterator[Figure]:
    """Every figure of these benches, at `size` requests; needs a database that is empty and its own."""
    planned, at = plan(size), timezone.now()
    neighbourhood = begin(planned, at=at, progress=progress)
    for measured in limits(_database()):
        yield figure("machine", measured, size=planned.size)
    small: dict[str, dict[str, Measured]] = {}
    if planned.grows:
        for name in (name for name in names if name in GROWING):
            small[name] = {one.name: one for one in _measure(name, neighbourhood, planned.small_size, at, progress)}
            yield from [figure(name, one, size=planned.small_size) for one in small[name].values()]
        grow(planned, progress=progress)
    for name in names:
        for measured in _measure(name, neighbourhood, planned.size, at, progress):
            yield figure(name, measured, size=planned.size)
            if name in small and measured.steady:
                yield figure(name, growth(small[name][measured.name], measured), size=planned.size)


def _measure(
    name: str, neighbourhood: Neighbourhood, size: int, at: datetime, progress: Progress
) -> Iterator[Measured]:
    with serving() as web:
        yield from BENCHES[name](Stand(neighbourhood, web, _database(), size, at, progress))


def _database() -> int:
    pid = postmaster(own_server().folders.data)
    if pid is None:
        raise RuntimeError("the bench's database has ended")
    return pid
