"""Filing a request: sealed, masked, made findable, timed, recorded, acknowledged, all before the answer."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from linli.bench.figures import MS, Measured
from linli.bench.lives import phone
from linli.bench.stand import ROUND, Stand, parted
from linli.bench.texts import texts
from linli.domains.requests.categories import known_categories

GOAL = 14.0
SIGNALEN = 72.0
"""Milliseconds Signalen 2.50 takes for the same with persistent connections, at 200,000 reports."""


def measure(stand: Stand) -> Iterator[Measured]:
    """Texts of every length; one request in four is from someone new, the others have reported before."""
    visitor = stand.as_machine(stand.neighbourhood.communities[0].head)
    said, random = _texts(), Random(stand.size)  # noqa: S311 - made-up
    cost = stand.cost(lambda n: visitor.post("/api/v1/requests", _report(stand, said[n], n, random)), "filing")
    yield from parted("one request filed", cost, goal=GOAL)
    yield Measured("one request filed: Signalen's", SIGNALEN, MS)


def _texts() -> list[str]:
    """As many as a round files: of each tenth of all texts by length, the one in its middle."""
    known = sorted(texts(), key=len)
    return [known[(2 * n + 1) * len(known) // (2 * ROUND)] for n in range(ROUND)]


def _report(stand: Stand, text: str, n: int, random: Random) -> dict[str, object]:
    community = stand.neighbourhood.communities[0]
    known = n % 4 != 0
    return {
        "text": text,
        "place": str(random.choice(community.buildings)),
        "category": random.choice(sorted(known_categories())),
        "share": n % 2 == 0,
        "reporter_name": "王居民",
        "reporter_phone": phone(random.randrange(50) if known else random.randrange(10_000_000, 20_000_000)),
    }
