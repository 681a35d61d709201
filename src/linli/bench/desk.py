"""Reading at the desk: lists, filters, deep pages, one request with its history; for machines and as pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from random import Random
from urllib.parse import quote, urlencode

from linli.bench.cpu import memory
from linli.bench.figures import MS, Measured
from linli.bench.serving import Visitor, signed_in
from linli.bench.stand import ROUND, Ask, Stand, parted
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
    numbers = _numbers(stand)
    groups = (
        (LIST, _machine_lists(stand)),
        (DEEP, _deep(stand)),
        (DETAIL, _detail(stand, numbers)),
        (PAGE, _pages(stand, numbers)),
    )
    costs = stand.costs({name: ask for _, asks in groups for name, ask in asks.items()})
    for goal, asks in groups:
        for name in asks:
            yield from parted(name, costs[name], goal=goal)
            if name in SIGNALEN:
                yield Measured(f"{name}: Signalen's", SIGNALEN[name], MS)
    yield Measured("memory of a web worker", memory(stand.web.pid), "MB", MEMORY)


def _machine(stand: Stand) -> Visitor:
    return stand.as_machine(stand.neighbourhood.dispatcher)


def _machine_lists(stand: Stand) -> dict[str, Ask]:
    machine = _machine(stand)
    return {name: _always(machine, f"/api/v1/requests?{urlencode(given)}") for name, given in _lists(stand).items()}


def _detail(stand: Stand, numbers: list[str]) -> dict[str, Ask]:
    return {"one request with its history": _each(_machine(stand), "/api/v1/requests/{}", numbers)}


def _pages(stand: Stand, numbers: list[str]) -> dict[str, Ask]:
    clerk = signed_in(stand.web, stand.neighbourhood.dispatcher)
    return {
        "office: list of 50": _always(clerk, "/office/requests/"),
        "office: worklist": _always(clerk, "/office/worklist/"),
        "office: one request": _each(clerk, "/office/matters/{}/", numbers),
    }


def _always(visitor: Visitor, path: str) -> Ask:
    return lambda _: visitor.get(path)


def _each(visitor: Visitor, path: str, numbers: list[str]) -> Ask:
    return lambda n: visitor.get(path.format(numbers[n]))


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


def _deep(stand: Stand) -> dict[str, Ask]:
    """A page that far from the newest, or in the middle of what there is."""
    row = min(DEEP_PAGE * ROWS, stand.size // 2)
    older = list_matters(Filters(), by=SYSTEM, size=row).older
    return {"deep page": _always(_machine(stand), f"/api/v1/requests?after={quote(older)}")}


def _numbers(stand: Stand) -> list[str]:
    """As many as a round asks for, of all that were lately closed."""
    rows = list_matters(Filters(states=("closed",)), by=SYSTEM, size=2_000).rows
    return Random(0).choices([row.number for row in rows], k=ROUND)  # noqa: S311 - no secret
