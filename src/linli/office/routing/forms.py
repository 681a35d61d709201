"""What is asked for a rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.functional import lazystr

from linli.domains.requests.choices import category_choices
from linli.domains.requests.routing.actions import NewRule
from linli.kernel.lifecycle.forms import NOTHING, Choice
from linli.kernel.lifecycle.reading import SENTENCES
from linli.kernel.words import say

APART = re.compile(r"[,，、;；\s]+")
CHOOSE = lazystr(SENTENCES["enum"])


class RuleForm(forms.Form):
    """Words, where, and what follows from them."""

    words = forms.CharField(
        label=lazystr(say("If the request says", "诉求里出现")),
        help_text=lazystr(
            say(
                "One word or several, apart by commas; any of them is enough.",
                "可写多个词，用逗号隔开，出现任意一个即可。",
            )
        ),
        max_length=500,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": lazystr(say("Write the words.", "请填写触发词。"))},
    )
    place = forms.ChoiceField(
        label=lazystr(say("Where", "适用范围")), error_messages={"required": CHOOSE, "invalid_choice": CHOOSE}
    )
    category = forms.ChoiceField(
        label=lazystr(say("It is about", "建议类别")), required=False, error_messages={"invalid_choice": CHOOSE}
    )
    receiver = forms.ChoiceField(
        label=lazystr(say("It goes to", "建议承办单位")), required=False, error_messages={"invalid_choice": CHOOSE}
    )

    def __init__(self, *args: Any, places: Sequence[Choice], units: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        options = {"place": places, "category": [NOTHING, *category_choices()], "receiver": [NOTHING, *units]}
        for name, choices in options.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
            field.choices = choices

    def given(self) -> NewRule:
        """The same as the action takes it."""
        clean = self.cleaned_data
        return NewRule(
            words=APART.split(clean["words"].strip()),
            place=UUID(clean["place"]),
            category=clean["category"],
            receiver=UUID(clean["receiver"]) if clean["receiver"] else None,
        )
