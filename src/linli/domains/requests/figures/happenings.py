"""What happened to what was received beside its answer: returns, more time, setting aside, leaving out, reopening."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from linli.domains.people.actor import Actor
from linli.domains.requests.figures.asked import Asked
from linli.domains.requests.figures.balance import Balance, balance_of
from linli.domains.requests.figures.grouping import By, Count, Key, count_by

ASKS = ("bounce", "extension", "suspension", "exclusion", "whistle", "plan")


@dataclass(frozen=True)
class Asks:
    """How often something was asked for, and how often it was granted."""

    asked: int = 0
    granted: int = 0


@dataclass(frozen=True)
class Happenings:
    """Counts over the requests received: asks by their kind, times reopened, requests that went with another."""

    bounce: Asks = Asks()
    extension: Asks = Asks()
    suspension: Asks = Asks()
    exclusion: Asks = Asks()
    whistle: Asks = Asks()
    plan: Asks = Asks()
    reopened: int = 0
    merged: int = 0


_COUNTS = ", ".join(
    f"count(*) FILTER (WHERE a.kind = '{kind}') AS {kind}_asked, "
    f"count(*) FILTER (WHERE a.kind = '{kind}' AND a.outcome = 'granted') AS {kind}_granted"
    for kind in ASKS
)
_JOINED = f"""
LEFT JOIN requests_request q ON q.matter_id = r.id
LEFT JOIN (
  SELECT part.parent_id, {_COUNTS}
  FROM matters_ask a JOIN matters_matter part ON part.id = a.matter_id
  WHERE a.asked_at >= %s GROUP BY part.parent_id) asks ON asks.parent_id = r.id
"""  # noqa: S608 - of our own words alone
_SUMS = ("q.reopenings", *(f"asks.{kind}_{what}" for kind in ASKS for what in ("asked", "granted")))
_MEASURED = (
    "count(*)",
    "count(*) FILTER (WHERE r.facts->>'merged_into' IS NOT NULL)",
    *(f"coalesce(sum({each}), 0)::bigint" for each in _SUMS),
)


def received(asked: Asked, *, by: Actor, broken_down: Sequence[By]) -> Mapping[Key, tuple[Balance, Happenings]]:
    """Of what was received in the period: where it stands now, and what happened to it; one statement."""
    wanted = Count(each=("r.state",), measured=_MEASURED, joined=_JOINED, joined_values=(asked.since,))
    states: dict[Key, dict[str, int]] = defaultdict(dict)
    sums: dict[Key, Counter[int]] = defaultdict(Counter)
    for key, (state, count, *others) in count_by(asked, asked.received(by=by), wanted, broken_down):
        states[key][state] = count
        sums[key].update(dict(enumerate(others)))
    return {key: (balance_of(counts), _happenings(sums[key])) for key, counts in states.items()}


def _happenings(sums: Counter[int]) -> Happenings:
    asks = {kind: Asks(sums[2 + 2 * place], sums[3 + 2 * place]) for place, kind in enumerate(ASKS)}
    return Happenings(**asks, reopened=sums[1], merged=sums[0])
