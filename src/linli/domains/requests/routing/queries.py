"""What the desk and the office read of routing; nothing here needs the learned model itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, Q, QuerySet

from linli.domains.matters.models import Matter
from linli.domains.matters.seeing import visible_to
from linli.domains.people.actor import Actor
from linli.domains.people.rights import require_anywhere
from linli.domains.places.paths import below
from linli.domains.places.queries import tops
from linli.domains.requests.categories import category_words
from linli.domains.requests.rights import DISPATCH
from linli.domains.requests.routing.history import Past, decided
from linli.domains.requests.routing.models import ModelVersion, RoutingRule, Suggestion
from linli.domains.requests.routing.rules import Tried, contradictions, tried, wrong_with
from linli.kernel.words import Words, say

TRIED_ON = 2_000
SHOWN = 30


@dataclass(frozen=True)
class Suggested:
    """A suggestion as the desk reads it; without a category it is left to the reader."""

    row: Suggestion
    similar: Sequence[Matter]

    @property
    def category(self) -> Words | None:
        """What it is taken for."""
        return category_words(self.row.category) if self.row.category else None

    @property
    def percent(self) -> int | None:
        """How sure the model is; a rule is not more or less sure."""
        return None if self.row.confidence is None else round(100 * self.row.confidence)


@dataclass(frozen=True)
class RuleSeen:
    """A rule with what it would have done, and what is wrong with it."""

    rule: RoutingRule
    tried: Tried
    wrong: Sequence[Words]

    @property
    def category(self) -> Words | None:
        """What it says a request is about."""
        return category_words(self.rule.category) if self.rule.category else None


@dataclass(frozen=True)
class Corrected:
    """A request that a person took for something else than was suggested."""

    matter: Matter
    suggested: Words
    decided: Words
    at: datetime


@dataclass(frozen=True)
class Overview:
    """Rules, versions and corrections, for the page of routing; `whole` where the actor dispatches everywhere."""

    rules: Sequence[RuleSeen]
    versions: Sequence[ModelVersion]
    corrected: Sequence[Corrected]
    decided: int
    kept: int
    whole: bool


def suggested_for(matter: Matter, *, by: Actor) -> Suggested | None:
    """The suggestion for a matter already read by right; two statements."""
    rows = Suggestion.objects.select_related("receiver", "rule", "version").defer("version__weights")
    row = rows.filter(pk=matter.pk).first()
    if row is None:
        return None
    found = visible_to(by, kind=matter.kind).in_bulk(row.similar) if row.similar else {}
    return Suggested(row, [found[pk] for pk in row.similar if pk in found])


def overview(*, by: Actor) -> Overview:
    """The rules of the actor's areas, all versions newest first, and the newest corrections there."""
    require_anywhere(by, DISPATCH)
    areas = Q(pk__in=())
    for area in by.areas(DISPATCH.code):
        areas |= below(area, field="place__path")
    rules = list(RoutingRule.objects.filter(areas, ended_at=None).select_related("place", "receiver"))
    settled = Suggestion.objects.filter(matter__in=visible_to(by, kind="request")).exclude(decided_category="")
    suggested = settled.exclude(category="")
    return Overview(
        rules=_seen(sorted(rules, key=lambda rule: rule.added_at, reverse=True), _past(by)),
        versions=list(ModelVersion.objects.defer("weights").select_related("chosen_by").order_by("-number")[:SHOWN]),
        corrected=[_corrected(row) for row in _other(suggested)],
        decided=suggested.count(),
        kept=suggested.filter(category=F("decided_category")).count(),
        whole=all(by.may(DISPATCH.code, at_place=top.path) for top in tops()),
    )


def try_rule(rule: RoutingRule, *, by: Actor) -> RuleSeen:
    """A rule that is not set yet over what was decided; what contradicts it is said."""
    others = RoutingRule.objects.filter(ended_at=None, place=rule.place_id).select_related("place", "receiver")
    return _seen([rule, *others], decided(area=rule.place.path, most=TRIED_ON))[0]


def _past(by: Actor) -> list[Past]:
    return [one for area in by.areas(DISPATCH.code) for one in decided(area=area, most=TRIED_ON)]


def _seen(rules: Sequence[RoutingRule], past: Sequence[Past]) -> list[RuleSeen]:
    against: dict[UUID, list[Words]] = {rule.pk: [] for rule in rules}
    for one, other, both in contradictions(rules, past):
        against[one.pk].append(_contradicts(other, both))
        against[other.pk].append(_contradicts(one, both))
    found = [(rule, tried(rule, past)) for rule in rules]
    return [RuleSeen(rule, over, [*wrong_with(rule, over), *against[rule.pk]]) for rule, over in found]


def _contradicts(other: RoutingRule, both: int) -> Words:
    return say(
        "It contradicts the rule for “{words}” ({n} past requests): the newer one would decide. Keep one of them.",
        "与“{words}”的规则相互矛盾（过去 {n} 件同时命中），将以较新的为准，请保留其一。",
        words="、".join(other.words),
        n=both,
    )


def _other(suggested: QuerySet[Suggestion]) -> Sequence[Suggestion]:
    return list(
        suggested.exclude(category=F("decided_category")).select_related("matter").order_by("-decided_at")[:SHOWN]
    )


def _corrected(row: Suggestion) -> Corrected:
    return Corrected(
        row.matter, category_words(row.category), category_words(row.decided_category), row.decided_at or row.at
    )
