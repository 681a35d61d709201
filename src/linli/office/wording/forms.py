"""What is asked for a wording."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.functional import lazystr

from linli.domains.requests.wording.actions import LONGEST_TITLE
from linli.kernel.lifecycle.details import MAX_TEXT
from linli.kernel.lifecycle.forms import Choice
from linli.kernel.lifecycle.reading import SENTENCES
from linli.kernel.words import say

CHOOSE = lazystr(SENTENCES["enum"])
MISSING = lazystr(SENTENCES["missing"])


class WordingForm(forms.Form):
    """Whose it is, what it is called, and its words."""

    unit = forms.ChoiceField(
        label=lazystr(say("Unit", "单位")), error_messages={"required": CHOOSE, "invalid_choice": CHOOSE}
    )
    title = forms.CharField(
        label=lazystr(say("What it is called", "名称")),
        max_length=LONGEST_TITLE,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": MISSING},
    )
    body = forms.CharField(
        label=lazystr(say("Words", "内容")),
        help_text=lazystr(
            say(
                "Leave ____ (four underscores) where something must be filled in; it is not sent before that is done.",
                "需要临时填写的地方写 ____（四个下划线），没填好不能发出。不要写具体居民的信息。",
            )
        ),
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": MISSING},
    )

    def __init__(self, *args: Any, units: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = units
