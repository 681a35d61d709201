"""Filing a request: sealed, masked, made findable, timed, recorded, acknowledged, all before the answer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice
from random import Random

from linli.bench.figures import MS, Measured
from linli.bench.lives import phone
from linli.bench.stand import COUNTED, WARMING, Stand, parted
from linli.bench.texts import texts
from linli.domains.requests.categories import known_categories

GOAL = 14.0
SIGNALEN = 72.0
"""Milliseconds Signalen 2.50 takes for the same with persistent connections, at 200,000 reports."""

SKIPPED = 3_000
"""Texts the filling used."""


def measure(stand: Stand) -> Iterator[Measured]:
    """One request in four is from someone new; the others have reported before."""
    visitor = stand.as_machine(stand.neighbourhood.communities[0].head)
    given = [_report(stand, text, Random(number)) for number, text in enumerate(_texts())]  # noqa: S311 - made-up
    cost = stand.cost(lambda number: visitor.post("/api/v1/requests", given[number]), "filing")
    yield from parted("one request filed", cost, goal=GOAL)
    yield Measured("one request filed: Signalen's", SIGNALEN, MS)


def _texts() -> Iterator[str]:
    return islice(cycle(texts()), SKIPPED, SKIPPED + WARMING + COUNTED)


def _report(stand: Stand, text: str, random: Random) -> dict[str, object]:
    community = stand.neighbourhood.communities[0]
    known = random.random() < 0.75
    return {
        "text": text,
        "place": str(random.choice(community.buildings)),
        "category": random.choice(sorted(known_categories())),
        "share": random.random() < 0.5,
        "reporter_name": "王居民",
        "reporter_phone": phone(random.randrange(50) if known else random.randrange(10_000_000, 20_000_000)),
    }
