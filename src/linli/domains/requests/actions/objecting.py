"""A wrong order (错派) is objected to with the clause: the form to return it is drafted from the list of duties."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.timezone import localdate

from linli.domains.matters.models import Matter
from linli.domains.requests.categories import category_words
from linli.domains.requests.duties import duty_for
from linli.domains.requests.kinds import ASSIGNMENTS
from linli.domains.requests.lifecycle.assignment import AskToBounce
from linli.domains.requests.vocabulary import BounceGround
from linli.kernel.words import say


@ASSIGNMENTS.drafting(AskToBounce)
def _objection(matter: Matter) -> Mapping[str, str]:
    """Nothing where the list names no one, or names a unit of this kind: then its words are its own."""
    duty, unit = duty_for(matter.category, on=localdate()), matter.holder_unit
    if duty is None or unit is None or unit.kind in duty.units:
        return {}
    drafted = say(
        "By the list of duties “{category}” belongs to: {whom}. {citation}: {clause}. We, {unit}, are not among them.",
        "按事项清单，“{category}”由{whom}负责。依据{citation}：{clause}。本单位（{unit}）不在其列。",
        category=category_words(matter.category),
        whom=duty.whom,
        citation=duty.rule.citation,
        clause=duty.clause,
        unit=unit.words,
    )
    return {"ground": BounceGround.NOT_OUR_DUTY.value, "evidence": str(drafted)}
