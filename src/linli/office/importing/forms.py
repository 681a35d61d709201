"""What is asked for a file: the sheet, and where rows belong that name no place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.functional import lazystr

from linli.kernel.lifecycle.forms import Choice
from linli.kernel.lifecycle.reading import SENTENCES
from linli.kernel.words import say

CHOOSE = lazystr(SENTENCES["enum"])


class FileForm(forms.Form):
    """A sheet and its place."""

    file = forms.FileField(
        label=lazystr(say("The sheet", "表格文件")),
        help_text=lazystr(
            say(
                "Excel (.xlsx, .xls) or .csv, as another system gave it, up to 32 MB.",
                "其他系统导出的原表即可：.xlsx、.xls 或 .csv，不超过 32 MB。",
            )
        ),
        error_messages={
            "required": lazystr(say("Choose a file.", "请选择文件。")),
            "empty": lazystr(say("The file is empty. Choose another.", "文件是空的，请另选。")),
        },
    )
    place = forms.ChoiceField(
        label=lazystr(say("Rows that name no place belong to", "没写地点的归到")),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )

    def __init__(self, *args: Any, places: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["place"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = places
