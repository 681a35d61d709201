"""Real messages, filed and answered over the machines' door, each to its reporter's own verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from random import Random
from typing import Any

from linli.bench.figures import MS, Measured
from linli.bench.lives import phone
from linli.bench.neighbourhood import Community, Department
from linli.bench.serving import Visitor
from linli.bench.stand import Stand
from linli.bench.texts import answers, filed
from linli.domains.requests.categories import known_categories

ACTS = 9
"""Calls of one life: filed, accepted, dispatched, signed for, progress, answered, checked, rung up, read again."""

FEWEST = 10
UNSOLVED = 0.1


@dataclass(frozen=True)
class Desk:
    """Who calls on behalf of whom: a community's head, a unit's clerk, and the call-back desk."""

    community: Community
    department: Department
    head: Visitor
    clerk: Visitor
    caller: Visitor


def measure(stand: Stand) -> Iterator[Measured]:
    """As many as there are requests already, at most every message of the file; one in ten says it is not solved."""
    messages = list(islice(filed(), max(FEWEST, stand.size)))
    desks, replies, ends = cycle(_desks(stand)), cycle(answers()), Counter[str]()
    before = stand.spent()
    for number, message in enumerate(messages):
        stand.progress(number, len(messages), "messages")
        ends[_live(message, next(desks), next(replies), Random(number))] += 1  # noqa: S311 - made-up verdicts
    taken = sum(stand.spent()) - sum(before)
    yield Measured("messages filed over the API", len(messages), "requests")
    for state, count in sorted(ends.items()):
        yield Measured(f"… {state} by the resident's verdict", count, "requests")
    yield Measured(f"one life of {ACTS} calls", taken / len(messages), MS)


def _desks(stand: Stand) -> list[Desk]:
    hood = stand.neighbourhood
    caller = stand.as_machine(hood.caller)
    clerks = [(unit, stand.as_machine(unit.clerk)) for unit in hood.departments]
    return [
        Desk(community, unit, stand.as_machine(community.head), clerk, caller)
        for community, (unit, clerk) in zip(hood.communities, cycle(clerks), strict=False)
    ]


def _live(text: str, desk: Desk, reply: str, random: Random) -> str:
    """One message's life; the state it ends in."""
    number = desk.head.post("/api/v1/requests", _report(text, desk, random))["matter"]["number"]
    request, part = f"/api/v1/requests/{number}", f"/api/v1/assignments/{number}-1"
    desk.head.post(f"{request}/accept", {})
    desk.head.post(f"{request}/dispatch", {"unit": str(desk.department.unit), "note": "请按时限办理并答复。"})
    desk.clerk.post(f"{part}/sign_for", {})
    desk.clerk.post(f"{part}/report_progress", {"text": "已联系留言人核实情况。"})
    desk.clerk.post(f"{part}/answer", {"text": reply[:2000]})
    desk.head.post(f"{request}/verify", {"true_on_site": True, "note": "与答复一致。"})
    solved = random.random() >= UNSOLVED
    desk.caller.post(f"{request}/call_back", {"contacted": True, "solved": solved, "satisfied": solved})
    state: str = desk.head.read(request)["matter"]["state"]
    return state


def _report(text: str, desk: Desk, random: Random) -> dict[str, Any]:
    return {
        "text": text,
        "place": str(random.choice(desk.community.buildings)),
        "category": random.choice(sorted(known_categories())),
        "reporter_phone": phone(random.randrange(20_000_000, 90_000_000)),
    }
