"""Setting rules, ending them, trying one before it is set, choosing which version speaks, learning at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.domains.people.actor import Actor
from linli.domains.people.models import Organisation
from linli.domains.people.rights import require
from linli.domains.places.models import Place
from linli.domains.places.paths import ancestors
from linli.domains.places.queries import tops
from linli.domains.requests.categories import known_categories
from linli.domains.requests.refusals import no_such_place, no_such_unit
from linli.domains.requests.rights import DISPATCH
from linli.domains.requests.routing.jobs import learn
from linli.domains.requests.routing.models import ModelVersion, RoutingRule
from linli.kernel.jobs import later
from linli.kernel.refusal import Invalid, NotFound
from linli.kernel.words import say

MOST_WORDS, LONGEST = 20, 24
NO_WORDS = say("Write the words it listens for, at least two characters each.", "请填写触发词，每个至少两个字。")
NOTHING_SAID = say("Choose a category, a unit, or both.", "请选择类别或承办单位，至少一项。")


@dataclass(frozen=True, kw_only=True)
class NewRule:
    """A rule as it is asked for."""

    words: Sequence[str]
    place: UUID
    category: str = ""
    receiver: UUID | None = None


def drafted(asked: NewRule, *, by: Actor, at: datetime) -> RoutingRule:
    """The rule, checked and not kept: to be tried over history first."""
    place = Place.objects.filter(pk=asked.place).first()
    if place is None:
        raise no_such_place()
    require(by, DISPATCH, at_place=place.path)
    if asked.category and asked.category not in known_categories():
        raise Invalid(NOTHING_SAID, fields={"category": NOTHING_SAID})
    if not asked.category and asked.receiver is None:
        raise Invalid(NOTHING_SAID, fields={"category": NOTHING_SAID})
    covering = Organisation.objects.filter(active=True, place__path__in=ancestors(place.path))
    if asked.receiver and not covering.filter(pk=asked.receiver).exists():
        raise no_such_unit()
    return RoutingRule(
        words=_words(asked.words),
        place=place,
        category=asked.category,
        receiver_id=asked.receiver,
        added_by_id=by.account,
        added_at=at,
    )


def add_rule(asked: NewRule, *, by: Actor, at: datetime) -> UUID:
    """Sets a rule from now on; what was suggested before stays."""
    rule = drafted(asked, by=by, at=at)
    rule.save(force_insert=True)
    return rule.pk


@transaction.atomic
def end_rule(rule: UUID, *, by: Actor, at: datetime) -> None:
    """Ends a rule; it stays readable with who set and who ended it. A second time changes nothing."""
    found = RoutingRule.objects.select_for_update(of=("self",)).select_related("place").filter(pk=rule).first()
    if found is None:
        raise NotFound(say("There is no such rule.", "没有这条规则。"))
    require(by, DISPATCH, at_place=found.place.path)
    if found.ended_at is None:
        found.ended_at, found.ended_by_id = at, by.account
        found.save(update_fields=["ended_at", "ended_by"])


@transaction.atomic
def choose_version(number: int, *, by: Actor, at: datetime) -> None:
    """Has this version speak from now on, an older one too; whoever dispatches everywhere here may."""
    for top in tops():
        require(by, DISPATCH, at_place=top.path)
    versions = {each.number: each for each in ModelVersion.objects.select_for_update().defer("weights")}
    if number not in versions:
        raise NotFound(say("There is no such version.", "没有这个版本。"))
    ModelVersion.objects.filter(active=True).update(active=False)
    ModelVersion.objects.filter(pk=number).update(active=True, chosen_by=by.account, chosen_at=at)


def learn_now(*, by: Actor) -> None:
    """Has what was decided since the last time learned at once instead of tonight; same right as for choosing."""
    for top in tops():
        require(by, DISPATCH, at_place=top.path)
    later(learn)


def _words(given: Sequence[str]) -> list[str]:
    words = list(dict.fromkeys("".join(word.split()) for word in given if word.strip()))
    if not words or len(words) > MOST_WORDS or any(not 2 <= len(word) <= LONGEST for word in words):
        raise Invalid(NO_WORDS, fields={"words": NO_WORDS})
    return words
