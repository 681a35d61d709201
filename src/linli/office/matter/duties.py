"""What the list of duties says, beside the acts in which it matters: to return an order, and to decide that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from linli.domains.requests.categories import category_words
from linli.domains.requests.duties import Duty, duty_for
from linli.kernel.words import Words
from linli.office.matter.offers import Chosen

VERBS = ("ask_to_bounce", "grant_bounce", "refuse_bounce")


@dataclass(frozen=True)
class Listed:
    """The entry for a category, or that there is none; `names_it` where the unit that has the order is of its kinds."""

    category: Words
    duty: Duty | None
    unit: Words
    names_it: bool


def listed_for(chosen: Chosen | None, *, now: datetime) -> Listed | None:
    """Where the act whose form stands open is about whose duty it is."""
    if chosen is None or chosen.offer.act.verb not in VERBS:
        return None
    matter = chosen.offer.matter
    duty, unit = duty_for(matter.category, on=localdate(now)), matter.holder_unit
    if unit is None:
        return None
    return Listed(category_words(matter.category), duty, unit.words, duty is not None and unit.kind in duty.units)
