"""The three rates (三率), from verdicts by the rule pack's formula, with what they leave out beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Least
from django.utils.timezone import localdate

from linli.domains.matters.models import Clock, Verdict
from linli.domains.matters.seeing import visible_to
from linli.domains.people.actor import Actor
from linli.domains.places.paths import below
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.states import LEFT_OUT, UNDONE
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


def three_rates(*, by: Actor, since: datetime, until: datetime, area: str = "") -> ThreeRates:
    """The rates of the period [since, until) as the actor may see them; one statement."""
    rule = rulebook().rule("requests.three_rates", on=localdate(since))
    counts = _count(_latest_verdicts(by=by, since=since, until=until, area=area))
    return ThreeRates(
        rule=rule.label,
        counted=counts["all"],
        contacted=_rate(rule.value["contacted"], counts),
        solved=_rate(rule.value["solved"], counts),
        satisfied=_rate(rule.value["satisfied"], counts),
        unreachable=counts["unreachable"],
        unasked=counts["unasked"],
        open=counts["open"],
        left_out=counts["left_out"],
    )


Row = tuple[str | None, datetime | None, bool | None, bool | None, bool | None]


def _latest_verdicts(*, by: Actor, since: datetime, until: datetime, area: str) -> Iterable[Row]:
    """(exclusion, closed at, contacted, solved, satisfied) by the last verdict; first answered or due in the period."""
    first_answer = Clock.objects.filter(matter=OuterRef("pk"), name="answer").order_by("started_at")
    answered_or_due = first_answer.annotate(counts_from=Least("stopped_at", "due_at"))  # NULL is never least
    last = Verdict.objects.filter(matter=OuterRef("pk")).order_by("-at", "-pk")
    rows = visible_to(by).filter(kind=REQUEST.kind).exclude(state=UNDONE.code)
    if area:
        rows = rows.filter(below(area))
    counted = rows.annotate(counts_from=Subquery(answered_or_due.values("counts_from")[:1])).filter(
        counts_from__gte=since, counts_from__lt=until
    )
    return counted.values_list(
        "facts__exclusion",
        "closed_at",
        Subquery(last.values("contacted")[:1]),
        Subquery(last.values("solved")[:1]),
        Subquery(last.values("satisfied")[:1]),
    ).iterator()


def _count(rows: Iterable[Row]) -> dict[str, int]:
    names = (
        "all",
        "contacted",
        "unreachable",
        "unasked",
        "solved",
        "not_solved",
        "satisfied",
        "not_satisfied",
        "open",
        "left_out",
    )
    counts = dict.fromkeys(names, 0)
    for exclusion, closed_at, contacted, solved, satisfied in rows:
        if exclusion == LEFT_OUT.code:
            counts["left_out"] += 1
            continue
        for name, holds in (
            ("all", True),
            ("open", closed_at is None),
            ("contacted", contacted is True),
            ("unreachable", contacted is False),
            ("unasked", contacted is None),
            ("solved", solved is True),
            ("not_solved", solved is False),
            ("satisfied", satisfied is True),
            ("not_satisfied", satisfied is False),
        ):
            counts[name] += holds
    return counts


def _rate(formula: Mapping[str, Iterable[str]], counts: Mapping[str, int]) -> Rate:
    return Rate(
        numerator=sum(counts[name] for name in formula["numerator"]),
        denominator=sum(counts[name] for name in formula["denominator"]),
    )
