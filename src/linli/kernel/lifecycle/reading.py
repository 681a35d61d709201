"""Reads what a person or machine sent into a transition's details, or says what to mend, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from linli.kernel.lifecycle.transitions import Transition
from linli.kernel.refusal import Invalid
from linli.kernel.words import Words, say

SENTENCES: dict[str, Words] = {
    "missing": say("Fill this in.", "请填写。"),
    "string_too_short": say("Write at least {min_length} characters.", "至少写 {min_length} 个字。"),
    "string_too_long": say(
        "Write at most {max_length} characters; attach the rest.", "最多 {max_length} 字，其余可作为附件。"
    ),
    "too_long": say("Choose at most {max_length}.", "最多选 {max_length} 个。"),
    "enum": say("Choose one from the list.", "请从列表里选一项。"),
    "uuid_parsing": say("Choose one from the list.", "请从列表里选一项。"),
    "string_pattern_mismatch": say("Leave out control characters.", "请去掉控制字符。"),
    "bool_parsing": say("Choose yes or no.", "请选“是”或“否”。"),
    "date_from_datetime_parsing": say("Write a date like 2026-01-31.", "请写成 2026-01-31 这样的日期。"),
    "extra_forbidden": say("There is no such field here. Leave it out.", "没有这个字段，请去掉。"),
}
OTHERWISE = say("This cannot be used as it is. Check it and send it again.", "这一项不对，请检查后重新提交。")


T = TypeVar("T", bound=Transition)


def read_details(transition: type[T], sent: Mapping[str, Any]) -> T:
    """The transition with the details sent; raises Invalid with a sentence for each field to mend."""
    try:
        return transition.model_validate(sent)
    except ValidationError as error:
        raise refused(transition, error) from None  # the cause would carry what was typed


def refused(transition: type[Transition], error: ValidationError) -> Invalid:
    """The refusal for a failed validation; it repeats nothing that was typed."""
    fields = {str(one["loc"][0]): _sentence(one) for one in error.errors(include_input=False, include_url=False)}
    details = transition.details()
    names = [details[name].words if name in details else say(name, name) for name in fields]
    first = names[0] if names else transition.words
    return Invalid(
        say(
            "Please check “{field}”: {why}",
            "请检查“{field}”：{why}",
            field=first,
            why=next(iter(fields.values()), OTHERWISE),
        ),
        fields=fields,
    )


def _sentence(error: ErrorDetails) -> Words:
    return SENTENCES.get(error["type"], OTHERWISE).fill(**error.get("ctx", {}))
