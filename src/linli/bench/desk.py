"""Reading at the desk: lists, filters, deep pages, one request with its history; for machines and as pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from random import Random
from urllib.parse import quote, urlencode

from linli.bench.cpu import memory
from linli.bench.figures import MS, Measured
from linli.bench.serving import signed_in
from linli.bench.stand import Stand, parted
from linli.domains.matters.queries import Filters, list_matters
from linli.domains.people.actor import SYSTEM

LIST, PAGE, DEEP, DETAIL, MEMORY = 12.0, 30.0, 14.0, 12.0, 150.0
DEEP_PAGE = 3000
ROWS = 50

SIGNALEN = {
    "list, newest": 480.0,
    "list, by state, category and time": 510.0,
    "list, closed within a year, main category": 1430.0,
    "deep page": 3630.0,
    "one request with its history": 47.0,
}
"""Milliseconds Signalen 2.50 takes at 200,000 reports; of a span the least."""


def measure(stand: Stand) -> Iterator[Measured]:
    """Everything the dispatcher of the whole subdistrict, who sees the most, asks for all day."""
    machine = stand.as_machine(stand.neighbourhood.dispatcher)
    for name, filters in _lists(stand).items():
        path = f"/api/v1/requests?{urlencode(filters)}"
        cost = stand.cost(lambda _, path=path: machine.get(path), name)  # type: ignore[misc]  # bound at once
        yield from parted(name, cost, goal=LIST)
        yield from _peer(name)
    deep = f"/api/v1/requests?after={quote(_deep(stand))}"
    yield from parted("deep page", stand.cost(lambda _: machine.get(deep), "deep page"), goal=DEEP)
    yield from _peer("deep page")
    numbers = _numbers(stand)
    cost = stand.cost(lambda n: machine.get(f"/api/v1/requests/{numbers[n % len(numbers)]}"), "one request")
    yield from parted("one request with its history", cost, goal=DETAIL)
    yield from _peer("one request with its history")
    yield from _pages(stand, numbers)
    yield Measured("memory of a web worker", memory(stand.web.pid), "MB", MEMORY)


def _pages(stand: Stand, numbers: list[str]) -> Iterator[Measured]:
    clerk = signed_in(stand.web, stand.neighbourhood.dispatcher)
    pages = {
        "office: list of 50": "/office/requests/",
        "office: worklist": "/office/worklist/",
    }
    for name, path in pages.items():
        cost = stand.cost(lambda _, path=path: clerk.get(path), name)  # type: ignore[misc]  # bound at once
        yield from parted(name, cost, goal=PAGE)
    cost = stand.cost(lambda n: clerk.get(f"/office/matters/{numbers[n % len(numbers)]}/"), "office: one request")
    yield from parted("office: one request", cost, goal=PAGE)


def _lists(stand: Stand) -> dict[str, dict[str, str]]:
    year = (stand.at - timedelta(days=365)).isoformat()
    area = stand.neighbourhood.communities[1].path
    return {
        "list, newest": {},
        "list, by state, category and time": {"state": "closed", "category": "home.lift", "since": year},
        "list, closed within a year, main category": {"state": "closed", "category": "home", "since": year},
        "list, of one community": {"area": area},
        "list, of one community, by category": {"area": area, "category": "home.lift"},
        "list, open": {"open_only": "true"},
    }


def _deep(stand: Stand) -> str:
    """The key of a page that far from the newest, or in the middle of what there is."""
    row = min(DEEP_PAGE * ROWS, stand.size // 2)
    return list_matters(Filters(), by=SYSTEM, size=row).older


def _numbers(stand: Stand) -> list[str]:
    rows = list_matters(Filters(states=("closed",)), by=SYSTEM, size=2_000).rows
    return Random(0).sample([row.number for row in rows], min(200, len(rows)))  # noqa: S311 - no secret


def _peer(name: str) -> Iterator[Measured]:
    if name in SIGNALEN:
        yield Measured(f"{name}: Signalen's", SIGNALEN[name], MS)
