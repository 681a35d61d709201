"""Small looks into values for the pages where the house is set up and watched."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.template import Library

from linli.kernel.words import Words
from linli.office.roles.families import words_of

register = Library()

SHOWN = 20_000


@register.filter
def rights(codes: Iterable[str]) -> list[Words]:
    """`{% for words in change.gained|rights %}`: rights in words."""
    return words_of(codes)


@register.filter
def geojson(geometry: Mapping[str, Any]) -> str:
    """`{{ place.geometry|geojson }}`: an outline as text to copy; a long one is cut."""
    text = json.dumps(geometry, ensure_ascii=False)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]} …"
