"""The list of duties (事项清单): which kind of unit answers for a category, by which clause; data of the rule packs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from linli.domains.matters.models import Ask
from linli.domains.matters.models.ask import Outcome
from linli.domains.matters.seeing import visible_to
from linli.domains.people.actor import Actor
from linli.domains.people.vocabulary import OrganisationKind
from linli.domains.requests.categories import CATEGORIES
from linli.domains.requests.lifecycle import ASSIGNMENT
from linli.domains.requests.vocabulary import BounceGround
from linli.kernel.rules import Rule, UnknownRule, rulebook
from linli.kernel.words import Words, say


@dataclass(frozen=True)
class Duty:
    """One entry of the list, with the rule it stands in."""

    rule: Rule

    @property
    def units(self) -> tuple[OrganisationKind, ...]:
        """The kinds of unit it names; one that Linli does not know is left out."""
        named, known = self.rule.value.get("units", ()), OrganisationKind.codes()
        return tuple(OrganisationKind(code) for code in named if code in known) if isinstance(named, tuple) else ()

    @property
    def whom(self) -> Words:
        """The kinds it names, in words."""
        first, *others = (kind.words for kind in self.units)
        for other in others:
            first = say("{first}, {other}", "{first}、{other}", first=first, other=other)
        return first

    @property
    def clause(self) -> str:
        """What the clause says, in the words of the list."""
        return str(self.rule.value.get("clause", ""))


def duty_for(category: str, *, on: date) -> Duty | None:
    """The entry for `group.category` or for its whole group; None where the list has none that names anybody."""
    try:
        rule = rulebook().nearest(f"duties.{category}", on=on)
    except UnknownRule:
        return None
    duty = Duty(rule) if isinstance(rule.value, Mapping) else None
    return duty if duty and duty.units else None


def unlisted(*, on: date) -> Iterator[tuple[str, Words]]:
    """Every category for which the list names nobody."""
    for group, (_, leaves) in CATEGORIES.items():
        for leaf, words in leaves.items():
            if duty_for(f"{group}.{leaf}", on=on) is None:
                yield f"{group}.{leaf}", words


def doubted(*, by: Actor, on: date) -> dict[str, int]:
    """Categories whose entry may be wrong: how often a unit of a kind it names was found not to be in duty."""
    agreed = Ask.objects.filter(
        kind="bounce",
        ground=BounceGround.NOT_OUR_DUTY,
        outcome=Outcome.GRANTED,
        matter__in=visible_to(by, kind=ASSIGNMENT.kind).order_by().values("pk"),
    )
    counted = agreed.order_by().values_list("matter__category", "matter__holder_unit__kind").annotate(Count("pk"))
    found: dict[str, int] = {}
    for category, kind, count in counted:
        duty = duty_for(category, on=on)
        if duty and kind in duty.units:
            found[category] = found.get(category, 0) + count
    return found
