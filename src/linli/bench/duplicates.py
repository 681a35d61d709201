"""Near-duplicates: how well pairs of real messages are told apart, and what an answer costs while somebody types."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from urllib.parse import urlencode

from linli.bench.cpu import spent
from linli.bench.figures import MS, Measured
from linli.bench.pairs import Told, halves, told_by_title, told_whole
from linli.bench.serving import Visitor, signed_in
from linli.bench.stand import ROUND, Ask, Stand, parted
from linli.bench.texts import are_real, texts
from linli.domains.matters.queries import Filters, list_matters
from linli.domains.people.actor import SYSTEM
from linli.domains.people.signin.models import Limit
from linli.domains.requests.likeness.beginnings import note
from linli.domains.requests.likeness.commonness import count
from linli.domains.requests.routing.history import opening_texts

WRONG, MISSED = 5.0, 10.0
"""Per cent: precision of 0.95 and recall of 0.9, said as what may go wrong."""

TYPING = 30.0
TYPED = 60
"""Characters somebody has typed when offers begin to matter."""

COUNTINGS = 5
CHUNK = 2_000


def measure(stand: Stand) -> Iterator[Measured]:
    """The pairs kept aside, and then one answer to a visitor who types and one to the desk."""
    if are_real():
        _, aside = halves()
        yield from _told("read whole", told_whole(aside), goal=True)
        yield from _told("by the other's title alone", told_by_title(aside), goal=False)
    _note_copies(stand)
    chosen = Random(0).choices(texts(), k=ROUND)  # noqa: S311 - no secret
    asks = {
        "an answer while typing": _typing(stand, [text[:TYPED] for text in chosen]),
        "an answer to a whole message": _typing(stand, chosen),
        "the same matter, at the desk": _desk(stand),
    }
    costs = stand.costs(asks)
    for name, rounds in costs.items():
        yield from parted(name, rounds, goal=TYPING)
    yield Measured("counting how common words are, once an hour: database", _counting(stand), MS)


def _told(how: str, told: Told, *, goal: bool) -> list[Measured]:
    wrong, missed = 100 * (1 - told.precision), 100 * (1 - told.recall)
    return [
        Measured(f"{how}: wrong among those called the same", wrong, "%", WRONG if goal else None),
        Measured(f"{how}: missed among those that are", missed, "%", MISSED if goal else None),
    ]


def _note_copies(stand: Stand) -> None:
    """Keeps what copies begin with, each at its own place and time, as filing them would have."""
    done, page = 0, list_matters(Filters(), by=SYSTEM, size=CHUNK)
    while page.rows:
        note(page.rows, opening_texts([row.pk for row in page.rows]))
        done += len(page.rows)
        stand.progress(done, stand.size, "beginnings")
        if not page.older:
            break
        page = list_matters(Filters(), by=SYSTEM, after=page.older, size=CHUNK)


def _typing(stand: Stand, typed: list[str]) -> Ask:
    secret = "a" * 32
    place = stand.neighbourhood.communities[1].path
    visitor = Visitor(
        stand.web, {"Cookie": f"csrftoken={secret}; linli_place={place}", "X-CSRFToken": secret, "HX-Request": "true"}
    )
    forms = [urlencode({"text": text}) for text in typed]

    def ask(number: int) -> None:
        if not number:
            Limit.objects.all().delete()  # who compares as often as a bench is offered nothing, at next to no cost
        visitor.send("/report/alike/", forms[number])

    return ask


def _desk(stand: Stand) -> Ask:
    clerk = signed_in(stand.web, stand.neighbourhood.dispatcher)
    rows = list_matters(Filters(), by=SYSTEM, size=2_000).rows
    numbers = [row.number for row in Random(0).choices(rows, k=ROUND)]  # noqa: S311 - no secret
    return lambda n: clerk.get(f"/office/matters/{numbers[n]}/alike/")


def _counting(stand: Stand) -> float:
    taken = []
    for _ in range(COUNTINGS):
        before = spent(stand.database)
        count()
        taken.append(spent(stand.database) - before)
    return min(taken)
