"""Small looks into values that templates cannot take by themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.template import Library

from linli.domains.matters.queries import field_words as words_of
from linli.kernel.words import Words

register = Library()


@register.filter
def at(mapping: Mapping[Any, Any], key: object) -> object:
    """`{{ page.originals|at:text.id }}`: the value at the key, or None."""
    return mapping.get(key)


@register.filter
def field_words(field: str) -> Words:
    """`{{ name|field_words }}`: what a sealed field is called."""
    return words_of(field)


@register.filter
def words(names: str) -> list[str]:
    """`{% for flag in "open late"|words %}`: names to go through."""
    return names.split()


@register.filter
def as_percent(share: float) -> str:
    """`{{ 0.371|as_percent }}`: 37.1 %, as it is written in both languages."""
    return f"{100 * share:.1f}%"
