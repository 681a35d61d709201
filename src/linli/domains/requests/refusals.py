"""The sentences with which requests say no."""

from __future__ import annotations

from linli.kernel.refusal import Invalid
from linli.kernel.words import say


def no_such_place() -> Invalid:
    """The place named is unknown or no longer in use."""
    sentence = say(
        "We do not know this place. Choose one on the map or from the list.", "没有这个地点，请在地图或列表里重新选。"
    )
    return Invalid(sentence, fields={"place": sentence})


def no_such_unit() -> Invalid:
    """The unit named is unknown, closed, or named twice."""
    sentence = say(
        "Choose units from the list, each once, and the lead not among the helpers.",
        "请从列表里选单位；同一单位只选一次，主办不能同时是协办。",
    )
    return Invalid(sentence, fields={"unit": sentence})
