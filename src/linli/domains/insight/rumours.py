"""Messages that repeat a claim which a notice rebutted: found by how much of the claim stands in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from linli.domains.insight.reading import Row
from linli.domains.notices.queries import Rebutted
from linli.domains.requests.likeness.said import Said


def repeating(
    rows: Sequence[Row], said: Mapping[UUID, Said], claims: Sequence[Rebutted], *, percent: int, least: int
) -> dict[UUID, str]:
    """By request, the number of the notice: where `percent` of the claim's pairs of characters stand in the message.

    A claim of fewer than `least` pairs says too little; of several claims the one told most of, then the earliest. It
    counts where the notice is meant for the message's community, something in it, or something around it.
    """
    told = {each.number: Said.of(each.claim, at=rows[0].at).whole for each in claims} if rows else {}
    found: dict[UUID, str] = {}
    for row in rows:
        best = 0.0
        for each in claims:
            own = told[each.number]
            share = 100 * len(own & said[row.id].whole) / len(own) if len(own) >= least else 0.0
            if share >= percent and share > best and _meant(each, row.community):
                found[row.id], best = each.number, share
    return found


def _meant(claim: Rebutted, community: str) -> bool:
    return any(path.startswith(community) or community.startswith(path) for path in claim.paths)
