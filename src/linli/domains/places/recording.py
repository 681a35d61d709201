"""Each subdistrict's streams go to a log of the public record of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place
from linli.kernel.record import open_log

_DIVISION = re.compile(r"[0-9]{1,32}")


def open_logs(places: Iterable[Place]) -> None:
    """Open a log for every subdistrict among them, called by its division code or, where it has none, by its path."""
    for place in places:
        if place.kind == PlaceKind.SUBDISTRICT:
            code = place.code if _DIVISION.fullmatch(place.code) else place.path.strip(".").replace(".", "-")
            open_log(code, prefix=place.path)
