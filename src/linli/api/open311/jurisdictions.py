"""Which ground is asked about: all that is served here, or the part of it whose division code is given."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from linli.domains.places.queries import Ground, ground
from linli.kernel.refusal import NotFound
from linli.kernel.words import say

NAME = "jurisdiction_id"
NOT_OURS = say(
    "This jurisdiction_id is not served here. Leave it out, or give the division code of a community of ours.",
    "这里没有这个 jurisdiction_id。可以不填，或填本地社区的区划代码。",
)


@dataclass(frozen=True)
class Jurisdiction:
    """The ground, and the path of the part that is asked about; empty where nothing has been set up."""

    ground: Ground
    area: str


def jurisdiction(request: HttpRequest) -> Jurisdiction:
    """What the request names, or all; one statement."""
    known = ground()
    given = (request.GET.get(NAME) or request.POST.get(NAME) or "").strip()
    if not given:
        return Jurisdiction(known, known.top.path if known.top else "")
    for place in (known.top, *known.communities):
        if place is not None and place.code == given:
            return Jurisdiction(known, place.path)
    raise NotFound(NOT_OURS)
