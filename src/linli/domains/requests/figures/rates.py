"""The three rates (三率), from verdicts by the rule pack's formula, with what they leave out beside them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.timezone import localdate

from linli.domains.people.actor import Actor
from linli.domains.requests.figures.asked import Asked
from linli.domains.requests.figures.grouping import By, Count, Key, count_by
from linli.domains.requests.states import LEFT_OUT
from linli.kernel.rules import rulebook


@dataclass(frozen=True)
class Rate:
    """One rate: never a share without the numbers it was made of."""

    numerator: int
    denominator: int

    @property
    def share(self) -> float | None:
        """Numerator over denominator; None where nothing was counted."""
        return self.numerator / self.denominator if self.denominator else None


@dataclass(frozen=True)
class ThreeRates:
    """Contacted, solved and satisfied over requests first answered or due in the period, ended or not.

    Whichever came first places a request, so each falls in one period, and what is late and open is never left out.

    `unreachable` were called and never reached, `unasked` have no verdict yet, `open` are not closed,
    `left_out` are excluded by decision and in none of the others; `rule` names
    formula and version.
    """

    rule: str
    counted: int
    contacted: Rate
    solved: Rate
    satisfied: Rate
    unreachable: int
    unasked: int
    open: int
    left_out: int


WHOLE: Key = (None, "")
_JOINED = """
JOIN LATERAL (
  SELECT least(c.stopped_at, c.due_at) AS counts_from FROM matters_clock c
  WHERE c.matter_id = r.id AND c.name = 'answer' ORDER BY c.started_at LIMIT 1) first_answer
  ON first_answer.counts_from >= %s AND first_answer.counts_from < %s
LEFT JOIN LATERAL (
  SELECT v.contacted, v.solved, v.satisfied FROM matters_verdict v
  WHERE v.matter_id = r.id ORDER BY v.at DESC, v.id DESC LIMIT 1) verdict ON true
"""
_EACH = (
    "coalesce(r.facts->>'exclusion', '')",
    "r.closed_at IS NULL",
    "verdict.contacted",
    "verdict.solved",
    "verdict.satisfied",
)


def three_rates(*, by: Actor, since: datetime, until: datetime, area: str = "") -> ThreeRates:
    """The rates of the period [since, until) as the actor may see them; one statement."""
    return rates_over(Asked(since=since, until=until, area=area), by=by)[WHOLE]


def rates_over(asked: Asked, *, by: Actor, broken_down: Sequence[By] = ()) -> Mapping[Key, ThreeRates]:
    """The same for each group, and always for the whole; one statement.

    A request counts by its last verdict, in the period in which it was first answered or due.
    """
    wanted = Count(each=_EACH, measured=("count(*)",), joined=_JOINED, joined_values=(asked.since, asked.until))
    not_over_before = Q(closed_at=None) | Q(closed_at__gte=asked.since)  # what had ended was answered or due by then
    seen = asked.seen(by=by).filter(not_over_before, opened_at__lt=asked.until)
    counts: dict[Key, Counter[str]] = defaultdict(Counter, {WHOLE: Counter()})
    for key, (exclusion, still_open, *verdict, times) in count_by(asked, seen, wanted, broken_down):
        for name in _names(exclusion, still_open, *verdict):
            counts[key][name] += times
    rule = rulebook().rule("requests.three_rates", on=localdate(asked.since))
    return {key: _rates(rule.label, rule.value, some) for key, some in counts.items()}


def _names(
    exclusion: str, still_open: bool, contacted: bool | None, solved: bool | None, satisfied: bool | None
) -> Iterable[str]:
    """What a request is counted as; one that is left out counts as nothing else."""
    if exclusion == LEFT_OUT.code:
        return ("left_out",)
    holds = {
        "all": True,
        "open": still_open,
        "contacted": contacted is True,
        "unreachable": contacted is False,
        "unasked": contacted is None,
        "solved": solved is True,
        "not_solved": solved is False,
        "satisfied": satisfied is True,
        "not_satisfied": satisfied is False,
    }
    return (name for name, so in holds.items() if so)


def _rates(label: str, formula: Mapping[str, Mapping[str, Iterable[str]]], counts: Counter[str]) -> ThreeRates:
    return ThreeRates(
        rule=label,
        counted=counts["all"],
        contacted=_rate(formula["contacted"], counts),
        solved=_rate(formula["solved"], counts),
        satisfied=_rate(formula["satisfied"], counts),
        unreachable=counts["unreachable"],
        unasked=counts["unasked"],
        open=counts["open"],
        left_out=counts["left_out"],
    )


def _rate(formula: Mapping[str, Iterable[str]], counts: Counter[str]) -> Rate:
    return Rate(
        numerator=sum(counts[name] for name in formula["numerator"]),
        denominator=sum(counts[name] for name in formula["denominator"]),
    )
