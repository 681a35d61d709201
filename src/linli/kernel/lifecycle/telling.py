"""Says again, in words, what an act was given: the coded details of an event as names and values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args, get_origin

from linli.kernel.lifecycle.details import Detail, detail_of
from linli.kernel.lifecycle.transitions import Transition
from linli.kernel.words import Vocabulary, Words, say

YES, NO = say("yes", "是"), say("no", "否")
NameOf = Callable[[str, str], Words | str]
"""(source of options, value) → what it is called; as `Choices` names sources for forms."""


def told(transition: type[Transition], given: Mapping[str, Any], *, name_of: NameOf) -> Iterator[tuple[Words, Any]]:
    """Each detail that was given, by its words and its value in words; defaults and texts are left out."""
    for name, field in transition.model_fields.items():
        detail = detail_of(field)
        if detail is None or name not in given or given[name] in ([], field.default):
            continue
        yield detail.words, _value(detail, field.annotation, given[name], name_of)


def _value(detail: Detail, annotation: Any, value: Any, name_of: NameOf) -> Words | str:
    if isinstance(value, list):
        first, *others = (_value(detail, annotation, each, name_of) for each in value)
        for other in others:
            first = say("{first}, {other}", "{first}、{other}", first=first, other=other)
        return first
    if isinstance(value, bool):
        return YES if value else NO
    if detail.choices:
        return name_of(detail.choices, value)
    vocabulary = next((kind for kind in _kinds(annotation) if issubclass(kind, Vocabulary)), None)
    return vocabulary(value).words if vocabulary else str(value)


def _kinds(annotation: Any) -> Iterator[type]:
    if get_origin(annotation) is None:
        if isinstance(annotation, type):
            yield annotation
        return
    for part in get_args(annotation):
        yield from _kinds(part)
