"""Small looks into values for the pages where the house is set up and watched."""

from __future__ import annotations

from collections.abc import Iterable

from django.template import Library

from linli.kernel.words import Words
from linli.office.roles.families import words_of

register = Library()


@register.filter
def rights(codes: Iterable[str]) -> list[Words]:
    """`{% for words in change.gained|rights %}`: rights in words."""
    return words_of(codes)
