"""One request's suggestion: the office's rules first, the learned model second, otherwise a person alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from uuid import UUID

from linli.domains.matters.models import Matter, SearchRow
from linli.domains.people.models import Organisation
from linli.domains.places.paths import ancestors, below, community_of
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.routing.history import UNDECIDED, opening_texts
from linli.domains.requests.routing.models import ModelVersion, RoutingRule, Suggestion
from linli.domains.requests.routing.rules import first_for
from linli.kernel.text import grams

if TYPE_CHECKING:
    from linli.domains.requests.routing.learned.model import Model

LOOKED_AT = 400
SIMILAR = 3
ALIKE = 0.25
"""The share of pairs of characters two texts have in common from which on one is worth showing beside the other."""
LOOK_BACK = timedelta(days=365)
FEWEST = 3
MOSTLY = 0.6
"""Of like requests here so many went to one unit, and at least `FEWEST`: it is suggested."""


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who got like requests here: so many of so many."""

    unit: UUID | None
    so: int
    of: int


def suggest(matter: Matter, *, at: datetime) -> Suggestion | None:
    """Makes the suggestion for a request and keeps it; none where its words are gone."""
    text = opening_texts([matter.pk]).get(matter.pk)
    if text is None:
        return None
    found = Suggestion(matter=matter, at=at, similar=_similar(matter, text))
    if matter.state not in UNDECIDED:  # people were faster
        found.decided_category, found.decided_at = matter.category, at
    _by_rule(found, matter, text)
    if not found.category:
        _by_model(found, text)
    if found.category and found.receiver_id is None:
        usual = usual_receiver(matter, found.category, at=at)
        found.receiver_id, found.received_so, found.received_all = usual.unit, usual.so, usual.of
    kept = [field.name for field in Suggestion._meta.concrete_fields if not field.primary_key]
    undecided = [name for name in kept if not name.startswith("decided")]
    Suggestion.objects.bulk_create([found], update_conflicts=True, unique_fields=["matter"], update_fields=undecided)
    return found


def usual_receiver(matter: Matter, category: str, *, at: datetime) -> Receiver:
    """The unit that most like requests of this community were sent to within a year."""
    like = Matter.objects.filter(
        below(community_of(matter.path)), kind=REQUEST.kind, category=category, opened_at__gte=at - LOOK_BACK
    ).exclude(pk=matter.pk)
    times = Counter(unit for unit in like.values_list("facts__lead_unit", flat=True) if unit)
    for unit, so in times.most_common(1):
        covers = Organisation.objects.filter(pk=unit, active=True, place__path__in=ancestors(matter.path)).exists()
        if covers and so >= FEWEST and so >= MOSTLY * times.total():
            return Receiver(UUID(unit), so, times.total())
    return Receiver(None, 0, times.total())


def _by_rule(found: Suggestion, matter: Matter, text: str) -> None:
    rules = RoutingRule.objects.filter(ended_at=None, place__path__in=ancestors(matter.path)).select_related("place")
    if first := first_for(list(rules), text, matter.path):
        found.rule, words = first
        found.words, found.category, found.receiver_id = list(words), found.rule.category, found.rule.receiver_id


def _by_model(found: Suggestion, text: str) -> None:
    version = ModelVersion.objects.filter(active=True).defer("weights").first()
    if version is None:
        return
    answer = _model(version.number, version.trained_at).answer(text)
    found.version, found.confidence = version, answer.confidence
    if answer.sure:
        found.category, found.words = answer.label, [*found.words, *answer.reasons]


@lru_cache(maxsize=1)
def _model(number: int, trained_at: datetime) -> Model:
    """Unpacked once for the many requests that ask it; some 20 MB of the jobs' process."""
    from linli.domains.requests.routing.learned.storing import from_bytes  # noqa: PLC0415 - numpy, in jobs alone

    return from_bytes(bytes(ModelVersion.objects.values_list("weights", flat=True).get(pk=number)))


def _similar(matter: Matter, text: str) -> list[UUID]:
    """The likest decided requests of the community among its newest, most alike first; one statement."""
    own = set(grams(text))
    near = SearchRow.objects.filter(below(community_of(matter.path)), matter__kind=REQUEST.kind)
    newest = near.exclude(pk=matter.pk).exclude(matter__state__in=UNDECIDED).order_by("-opened_at", "-pk")[:LOOKED_AT]
    shares = [(_share(own, set(theirs)), pk) for pk, theirs in newest.values_list("pk", "grams")]
    return [pk for share, pk in sorted(shares, reverse=True)[:SIMILAR] if share >= ALIKE]


def _share(one: set[int], other: set[int]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
