"""What is asked when cases are handed over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.functional import lazystr

from linli.kernel.lifecycle.details import MAX_TEXT
from linli.kernel.lifecycle.forms import NOTHING, Choice
from linli.kernel.words import say

TO_WHOM = lazystr(say("Choose a colleague.", "请选择交给谁。"))


class HandOverForm(forms.Form):
    """To whom, and what they should know of all of it."""

    to = forms.ChoiceField(
        label=lazystr(say("To whom?", "交给谁？")),
        error_messages={"required": TO_WHOM, "invalid_choice": TO_WHOM},
    )
    note = forms.CharField(
        label=lazystr(say("What they should know, for all of these", "要交代的（写在每一件里）")),
        required=False,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, colleagues: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        to = self.fields["to"]
        assert isinstance(to, forms.ChoiceField)  # noqa: S101 - declared above
        to.choices = [NOTHING, *colleagues]
