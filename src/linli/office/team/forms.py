"""What is asked when cases are handed over, and when somebody is away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.functional import lazystr

from linli.kernel.lifecycle.details import MAX_TEXT
from linli.kernel.lifecycle.forms import NOTHING, Choice
from linli.kernel.words import say
from linli.office.people.forms import day

WHO = lazystr(say("Choose who it is.", "请选择是谁。"))
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


class AwayForm(forms.Form):
    """Who is away from which unit, from which day to which, and who stands in. Why is not asked."""

    account = forms.ChoiceField(
        label=lazystr(say("Who is away?", "谁不在岗？")), error_messages={"required": WHO, "invalid_choice": WHO}
    )
    stand_in = forms.ChoiceField(
        label=lazystr(say("Who stands in?", "谁来顶岗？")),
        help_text=lazystr(
            say(
                "Somebody of the same unit who is there all the time; takes over whom the absent one stands in for.",
                "同一单位、全程在岗的同事。不在岗的人正替别人顶岗的，也由其接着顶。",
            )
        ),
        error_messages={"required": WHO, "invalid_choice": WHO},
    )
    since = day(say("First day", "第一天"), say("Empty: from now on.", "不填：即刻起。"))
    last = day(
        say("Last day", "最后一天"), say("This day counts in; then it ends by itself.", "含这一天，之后自动结束。")
    )

    def __init__(self, *args: Any, away: Sequence[Choice], colleagues: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["last"].required = True
        self.fields["last"].error_messages["required"] = lazystr(say("Choose the last day.", "请选择最后一天。"))
        for name, choices in (("account", away), ("stand_in", colleagues)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
            field.choices = [NOTHING, *choices]
