"""Rules of the office: which one speaks for a request, what each would have done, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from linli.domains.requests.routing.history import Past
from linli.domains.requests.routing.models import RoutingRule
from linli.kernel.words import Words, say

EVERYTHING = 0.5
"""A rule that speaks for more than this share of what was reported parts nothing from anything."""
ENOUGH = 20
"""Past requests in its area from which on a rule's silence, or its always speaking, means something."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A rule over history: how many lie in its area, for how many it speaks, with how many it agrees."""

    looked_at: int
    speaks: int
    agrees: int
    differs: tuple[str, ...]


def speaks_for(rule: RoutingRule, text: str, path: str) -> tuple[str, ...]:
    """The rule's words that stand in the text; none where it lies elsewhere."""
    return tuple(word for word in rule.words if word in text) if path.startswith(rule.place.path) else ()


def first_for(rules: Sequence[RoutingRule], text: str, path: str) -> tuple[RoutingRule, tuple[str, ...]] | None:
    """The rule that decides: of those that speak, that of the narrowest area, and there the newest."""
    found = [(rule, words) for rule in rules if (words := speaks_for(rule, text, path))]
    return max(found, key=lambda one: (one[0].place.path.count("."), one[0].added_at), default=None)


def tried(rule: RoutingRule, past: Sequence[Past]) -> Tried:
    """What the rule would have said of each past request, beside what people decided; nothing is changed."""
    near = [one for one in past if one.path.startswith(rule.place.path)]
    spoken = [one for one in near if speaks_for(rule, one.text, one.path)]
    agreed = [one for one in spoken if _agrees(rule, one)]
    differs = tuple(one.number for one in spoken if not _agrees(rule, one))
    return Tried(len(near), len(spoken), len(agreed), differs)


def wrong_with(rule: RoutingRule, found: Tried) -> list[Words]:
    """Why a rule is no use: it speaks for nearly everything, or for nothing."""
    if found.looked_at < ENOUGH:
        return []
    if found.speaks > EVERYTHING * found.looked_at:
        return [
            say(
                "It speaks for {n} of {all} past requests: that parts nothing from anything. Choose narrower words.",
                "它命中了过去 {all} 件中的 {n} 件，这样的词区分不了诉求，请换更具体的词。",
                n=found.speaks,
                all=found.looked_at,
            )
        ]
    if not found.speaks:
        return [
            say(
                "It speaks for none of {all} past requests: check the words.",
                "过去 {all} 件诉求一件都没有命中，请检查用词。",
                all=found.looked_at,
            )
        ]
    return []


def contradictions(rules: Sequence[RoutingRule], past: Sequence[Past]) -> list[tuple[RoutingRule, RoutingRule, int]]:
    """Rules of one area that speak for the same past requests and say different things, and for how many."""
    spoken = {rule.pk: {one.matter for one in past if speaks_for(rule, one.text, one.path)} for rule in rules}
    return [
        (one, other, len(both))
        for one, other in combinations(rules, 2)
        if one.place_id == other.place_id and _differ(one, other)
        if (both := spoken[one.pk] & spoken[other.pk]) or set(one.words) & set(other.words)
    ]


def _agrees(rule: RoutingRule, one: Past) -> bool:
    right_category = not rule.category or rule.category == one.category
    return right_category and (rule.receiver_id is None or one.receiver in ("", str(rule.receiver_id)))


def _differ(one: RoutingRule, other: RoutingRule) -> bool:
    categories = {one.category, other.category} - {""}
    receivers = {one.receiver_id, other.receiver_id} - {None}
    return len(categories) > 1 or len(receivers) > 1
