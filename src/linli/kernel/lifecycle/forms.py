"""Forms made from a transition's details, so that no door ever writes the fields again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from annotated_types import MinLen
from django import forms
from django.utils.functional import lazystr
from pydantic.fields import FieldInfo

from linli.kernel.lifecycle.details import MAX_TEXT, Detail
from linli.kernel.lifecycle.reading import SENTENCES, read_details
from linli.kernel.lifecycle.transitions import Transition
from linli.kernel.refusal import Invalid
from linli.kernel.words import Vocabulary, say

Choice = tuple[Any, Any]
"""A value and its words; or a group's words and its choices."""
Choices = Callable[[str], Sequence[Choice]]
"""Names a source of options (`units`, `places`) and gets them; the door binds actor and matter."""

YES_NO: tuple[Choice, ...] = (("true", say("Yes", "是")), ("false", say("No", "否")))
NOTHING: Choice = ("", say("– choose –", "– 请选择 –"))


class TransitionForm(forms.Form):
    """A form over one transition; `details()` reads it after `is_valid()`."""

    transition: type[Transition]

    def details(self) -> Transition:
        """The transition with what was typed; raises Invalid, its sentences also at the form's fields."""
        given = {name: value for name, value in self.cleaned_data.items() if value not in ("", None, [])}
        try:
            return read_details(self.transition, given)
        except Invalid as refusal:
            for name, sentence in refusal.fields.items():
                self.add_error(name if name in self.fields else None, str(sentence))
            raise


def form_for(transition: type[Transition], *, choices: Choices, leave_out: Sequence[str] = ()) -> type[TransitionForm]:
    """The form class of a transition, without the fields the door fills by other means."""
    fields = {
        name: _field(transition.model_fields[name], detail, choices)
        for name, detail in transition.details().items()
        if name not in leave_out
    }
    return type(f"{transition.__name__}Form", (TransitionForm,), {**fields, "transition": transition})


def initial_of(transition: type[Transition]) -> Mapping[str, Any]:
    """Defaults as the form shows them."""
    return {
        name: field.default
        for name, field in transition.model_fields.items()
        if not field.is_required() and field.default is not None
    }


def _field(info: FieldInfo, detail: Detail, choices: Choices) -> forms.Field:
    bare, optional = _bare(info.annotation)
    words: dict[str, Any] = {
        "label": detail.words,
        "help_text": detail.hint or "",
        "required": info.is_required(),
        "error_messages": {
            "required": lazystr(SENTENCES["missing"]),
            "invalid_choice": lazystr(SENTENCES["enum"]),
            "invalid_list": lazystr(SENTENCES["enum"]),
        },
    }
    if detail.choices:
        return _chosen(bare, choices(detail.choices), info, words)
    if isinstance(bare, type) and issubclass(bare, Vocabulary):
        return _chosen(bare, [(member.value, member.words) for member in bare], info, words)
    if bare is bool:
        return _yes_no(info, optional=optional, words=words)
    if bare is date or bare is datetime:
        return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}), **words)
    if bare is int:
        return forms.IntegerField(**words)
    return _text(info, detail, words)


def _chosen(bare: Any, options: Sequence[Choice], info: FieldInfo, words: dict[str, Any]) -> forms.Field:
    """A choice; where there is no default nothing is chosen beforehand, so that nobody sends what they never chose."""
    if get_origin(bare) is tuple:
        return forms.MultipleChoiceField(choices=options, widget=forms.CheckboxSelectMultiple, **words)
    decided = not info.is_required() and info.default is not None
    return forms.ChoiceField(choices=options if decided else [NOTHING, *options], **words)


def _yes_no(info: FieldInfo, *, optional: bool, words: dict[str, Any]) -> forms.Field:
    if info.is_required() or optional:
        return forms.ChoiceField(choices=YES_NO, widget=forms.RadioSelect, **words)
    return forms.BooleanField(**words)


def _text(info: FieldInfo, detail: Detail, words: dict[str, Any]) -> forms.Field:
    shortest = next((mark.min_length for mark in info.metadata if isinstance(mark, MinLen)), None)
    attrs = {"rows": detail.rows, "autocomplete": detail.autocomplete}
    widget: forms.Widget = forms.Textarea(attrs=attrs) if detail.rows > 1 else forms.TextInput(attrs=attrs)
    field = forms.CharField(max_length=MAX_TEXT, min_length=shortest, widget=widget, **words)
    field.error_messages["min_length"] = lazystr(SENTENCES["string_too_short"].fill(min_length=shortest))
    field.error_messages["max_length"] = lazystr(SENTENCES["string_too_long"].fill(max_length=MAX_TEXT))
    return field


def _bare(annotation: Any) -> tuple[Any, bool]:
    """The annotation without None, and whether None was in it."""
    if get_origin(annotation) in (Union, UnionType):
        kept = [part for part in get_args(annotation) if part is not NoneType]
        return kept[0], True
    return annotation, False
