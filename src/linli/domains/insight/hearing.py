"""Who is heard less than their number: messages per home by place, and through which doors they came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from linli.domains.insight.suppressing import suppressed
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.paths import kind_of

ELSEWHERE = ""
"""Stands for what came from no place that is told by itself: else it could be worked out from the whole."""


def heard(
    place: str, doors: Sequence[tuple[str, str, str, int]], homes: Sequence[tuple[str, int]], *, by: Mapping[str, int]
) -> dict[str, Any]:
    """By place: homes and messages, None where too few to be told; `less` are places far below their share.

    A place is the community, or in a community's own digest the building; with fewer homes than `homes_least` it is
    not told at all. Far below: where its homes would let expect `least` or more, and there are fewer than `percent` of
    that.
    """
    within = kind_of(place).rank >= PlaceKind.COMMUNITY.rank
    received, channels = Counter[str](), Counter[str]()
    for community, building, channel, count in doors:
        received[building if within else community] += count
        channels[channel] += count
    large = {path: count for path, count in homes if count >= by["homes_least"]}
    counted = {path: received[path] for path in sorted(large)}
    if elsewhere := sum(received.values()) - sum(counted.values()):
        counted[ELSEWHERE] = elsewhere
    told = suppressed(counted, least=by["least"])
    less = _less({path: (large[path], received[path]) for path in sorted(large)}, by)
    by_channel = suppressed(dict(sorted(channels.items())), least=by["least"])
    return {
        "weeks": by["weeks"],
        "received": sum(channels.values()),
        "places": {path: [large.get(path, 0), count] for path, count in told.items()},
        "channels": by_channel,
        "less": less,
        "suppressed": sum(count is None for count in (*told.values(), *by_channel.values())),
        "small": len(homes) - len(large),
    }


def _less(known: Mapping[str, tuple[int, int]], by: Mapping[str, int]) -> list[str]:
    homes, messages = (sum(column) for column in zip(*known.values(), strict=True)) if known else (0, 0)
    return [
        path
        for path, (own, count) in known.items()
        if own * messages >= by["least"] * homes and 100 * count * homes < by["percent"] * own * messages
    ]
