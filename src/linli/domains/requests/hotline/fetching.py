"""Fetches orders from the city, from where it was left; one that cannot be read keeps none of the others out."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from linli.domains.requests.hotline.client import City, NotTold, city
from linli.domains.requests.hotline.hearing import CITY_12345, hear
from linli.domains.requests.hotline.models import Line
from linli.domains.requests.hotline.reading import LONGEST_NUMBER, read_order
from linli.domains.requests.hotline.vocabulary import Heard
from linli.domains.requests.hotline.wire import Fetching, wire
from linli.domains.requests.hotline.wire import at as standing_at
from linli.kernel.refusal import Refusal

PAGES = 20
"""Of one run; the next goes on from there."""
MOST_UNREAD = 50


def fetch_all(*, at: datetime) -> Counter[Heard]:
    """Takes in what is new at the city, page by page; says what the words were."""
    there = city(wire())
    heard: Counter[Heard] = Counter()
    if there is None or there.wire.fetching is None:
        return heard
    line, _ = Line.objects.get_or_create(pk=CITY_12345)
    try:
        for _ in range(PAGES):
            if not _page(there, there.wire.fetching, line, heard, at=at):
                break
        line.fetched_at, line.fetch_error = at, ""
    except NotTold as answer:
        line.fetch_error = answer.code
    line.save(update_fields=["fetched_at", "fetch_error"])
    return heard


def _page(there: City, by: Fetching, line: Line, heard: Counter[Heard], *, at: datetime) -> bool:
    """One page; whether another may follow. The place is kept once all of it is taken in."""
    asked = urlencode({by.since: line.cursor})
    answer = there.call("GET", f"{by.path}?{asked}", now=at)
    orders, after = standing_at(answer, by.orders), standing_at(answer, by.next)
    if not isinstance(orders, list) or not isinstance(after, str | int | None):
        raise NotTold("nonsense_page")
    for given in orders:
        _take(there, given, line, heard, at=at)
    moved = after not in (None, "", line.cursor) and len(str(after)) <= 200
    line.cursor = str(after) if moved else line.cursor
    line.save(update_fields=["cursor", "unread"])
    return moved and bool(orders)


def _take(there: City, given: Any, line: Line, heard: Counter[Heard], *, at: datetime) -> None:
    try:
        what, _ = hear(read_order(given, there.wire, now=at), at=at)
        heard[what] += 1
    except Refusal:
        number = str(standing_at(given, there.wire.order.number) or "?")[:LONGEST_NUMBER]
        known = number if number.isprintable() else "?"
        line.unread = [known, *(one for one in line.unread if one != known)][:MOST_UNREAD]
