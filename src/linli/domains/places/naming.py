"""Names of places: as written on the door plate, and never two alike side by side."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

from linli.domains.places.models import Place
from linli.domains.places.refusals import code_taken, name_taken
from linli.kernel.refusal import Invalid
from linli.kernel.words import say

LONGEST = 120


def clean_name(name: str, *, may_be_empty: bool = False) -> str:
    """The name without stray spaces; refuses an empty one, one too long, or one with characters that do not print."""
    clean = " ".join(unicodedata.normalize("NFC", name).split())
    if (clean or may_be_empty) and len(clean) <= LONGEST and clean.isprintable():
        return clean
    sentence = say(
        "A place needs a name of 1 to 120 printable characters. Shorten or retype it.",
        "地点名称须为 1 至 120 个可显示的字符，请缩短或重新输入。",
    )
    raise Invalid(sentence, fields={"name": sentence})


def names_are_free(places: Sequence[Place]) -> None:
    """Refuses names that siblings of the same kind bear already, in this batch or in use; the same for codes.

    Roots may share a name: districts of different cities do, and only their codes tell them apart.
    """
    below_some = [place for place in places if place.parent_id]
    wanted = Counter((place.parent_id, place.kind, place.name) for place in below_some)
    used = Place.objects.filter(
        parent__in={place.parent_id for place in below_some},
        name__in={place.name for place in below_some},
        active_until=None,
    )
    wanted.update(key for key in used.values_list("parent_id", "kind", "name") if key in wanted)
    for (_, _, name), times in wanted.items():
        if times > 1:
            raise name_taken(name)
    _codes_are_free([place.code for place in places if place.code])


def _codes_are_free(codes: Sequence[str]) -> None:
    for code, times in Counter(codes).items():
        if times > 1:
            raise code_taken(code)
    taken = Place.objects.filter(code__in=codes).values_list("code", flat=True).first() if codes else None
    if taken:
        raise code_taken(taken)
