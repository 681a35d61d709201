"""Every address of a door, with its blanks: so that a page added tomorrow is tried too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

BLANK = re.compile(r"<(?:\w+:)?(\w+)>")


def addresses(*doors: str) -> list[str]:
    """Every address below these roofs, such as `/office/matters/<str:number>/`."""
    found = (f"/{route}" for route in _routes(get_resolver().url_patterns, ""))
    return sorted({route for route in found if route.startswith(doors)})


def filled(route: str, given: Mapping[str, Any]) -> str:
    """The address with its blanks filled, counted ones with 1; KeyError names one that nobody thought of."""
    return BLANK.sub(lambda blank: "1" if blank[0].startswith("<int:") else str(given[blank[1]]), route)


def blanks(route: str) -> list[str]:
    return BLANK.findall(route)


def _routes(patterns: list[URLPattern | URLResolver], above: str) -> Iterator[str]:
    for each in patterns:
        here = above + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _routes(each.url_patterns, here)
        else:
            yield here
