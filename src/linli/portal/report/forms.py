"""The questions of a report, made from its lifecycle; only who one is, is asked by the door itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from django import forms
from django.utils.functional import lazystr

from linli.domains.people.contacts import clean_person_name, clean_phone
from linli.domains.requests.lifecycle.request import Report
from linli.kernel.lifecycle.forms import Choice, TransitionForm, form_for
from linli.kernel.refusal import Invalid
from linli.kernel.words import say

Given = Mapping[str, Any] | None


class ReporterForm(forms.Form):
    """Who one is; both may stay empty."""

    phone = forms.CharField(
        required=False,
        max_length=32,
        label=lazystr(say("Your phone number", "你的手机号")),
        help_text=lazystr(
            say(
                "So that we can ask you and tell you. Only the community desk sees it.",
                "方便联系你、告诉你结果。只有社区受理岗看得到。",
            )
        ),
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "tel"}),
    )
    name = forms.CharField(
        required=False,
        max_length=64,
        label=lazystr(say("What shall we call you?", "怎么称呼你？")),
        help_text=lazystr(say("A family name is enough.", "写姓就行，比如“王阿姨”。")),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    def clean_phone(self) -> str:
        """A number that can be called."""
        return _clean(clean_phone, self.cleaned_data["phone"])

    def clean_name(self) -> str:
        """A name without stray spaces."""
        return _clean(clean_person_name, self.cleaned_data["name"])


def text_form(data: Given, *, initial: dict[str, Any]) -> TransitionForm:
    """What is the matter?"""
    return _part("text")(data, initial=initial)


def sharing_form(data: Given, *, initial: dict[str, Any]) -> TransitionForm:
    """Who may see it?"""
    return _part("share", "confidential")(data, initial=initial)


@cache
def _part(*kept: str) -> type[TransitionForm]:
    return form_for(Report, choices=_none, leave_out=[name for name in Report.model_fields if name not in kept])


def _none(source: str) -> Sequence[Choice]:
    return []


def _clean(clean: Any, typed: str) -> str:
    try:
        value: str = clean(typed)
    except Invalid as refusal:
        raise forms.ValidationError(str(refusal.sentence)) from None  # the cause may hold what was typed
    return value
