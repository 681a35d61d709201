"""Evidence that a stretch of text is a name: what it is made of, what stands before it, and what follows."""

from __future__ import annotations

from linli.kernel.vault.masking import name_context as ctx
from linli.kernel.vault.masking.given_names import LIKELIHOOD, RARE
from linli.kernel.vault.masking.surnames import SURNAMES

ANNOUNCED = 3.5
TITLED = 2.2
PLACED = -4.0
_COMPOUND = 1.5
_CLAUSE = 0.4
_BESIDE = (
    dict.fromkeys(ctx.OF_PLACE, -1.2)
    | dict.fromkeys(ctx.KIN, 1.0)
    | dict.fromkeys(ctx.BEFORE, 0.6)
    | dict.fromkeys(ctx.STOPS, _CLAUSE)
)


def shape(surname: str, given: str) -> float:
    """How much surname and given name look like one; most names have two given characters."""
    weight = SURNAMES.get(surname, _COMPOUND)
    if len(given) == 1:
        return weight + LIKELIHOOD.get(given, RARE) * 0.9 - 1.1
    first, second = given[0], given[1]
    family_place = -3.0 if first == "家" and second in ctx.PLACE else 0.0
    likely = LIKELIHOOD.get(first, RARE) + LIKELIHOOD.get(second, RARE)
    return weight + likely * 0.6 + 0.3 + family_place


def before(text: str, start: int) -> float:
    """An announcement (我叫), a title (村民), the start of a clause, or the name of a place."""
    if start == 0:
        return _CLAUSE
    near = text[max(0, start - 8) : start]
    bare = near.rstrip(ctx.FILLERS)
    if near[-2:] in ctx.ANNOUNCING or not ctx.ANNOUNCING.isdisjoint((bare[-2:], bare[-3:], bare[-4:], bare[-5:])):
        return ANNOUNCED
    if not ctx.TITLES.isdisjoint((bare[-2:], bare[-3:], bare[-4:])):
        return TITLED
    return _BESIDE.get(near[-1], 0.0)


def after(text: str, end: int, *, announced: bool) -> float:
    """A title (先生), a verb that people do, the end of a clause, or what only follows the name of a place."""
    following = text[end : end + 3]
    if following[:2] in ctx.FOLLOWING or following in ctx.FOLLOWING:
        return 2.5
    if following[:1] in ctx.PLACE or following[:2] in ctx.PLACES_AFTER:
        return PLACED
    ends = not following or following[0] in ctx.STOPS
    if announced and ends:
        return 2.0
    score = (-1.2 if announced else -2.5) if text[end - 1] in ctx.PLACE else 0.0
    if following[1:2] in ctx.PLACE_ALWAYS or following[1:] in ctx.PLACES_AFTER:
        score -= 1.5
    if ends:
        return score + 0.9
    if following[:2] in ctx.DOING:
        return score + 0.9
    return score + (0.5 if following[0] in ctx.VERBS else 0.0)


def numbered(text: str, start: int, end: int) -> float:
    """A number before and a mark after, as in a list of signatures (4甲某、5乙某), or brackets around: （甲某）."""
    before, following = text[max(0, start - 1) : start], text[end : end + 1]
    if before == "(" and following in ("", ")", ",", ":"):
        return 1.0
    listed = following in ctx.SEPARATORS or following.isdigit()
    return 1.5 if listed and (before.isdigit() or text[max(0, start - 2) : start - 1].isdigit()) else 0.0
