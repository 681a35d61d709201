"""What the desk asks besides the report itself: how it came, who it is for, and where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.functional import lazystr

from linli.domains.requests.choices import category_choices
from linli.domains.requests.lifecycle.request import Report
from linli.domains.requests.vocabulary import Channel
from linli.kernel.lifecycle.forms import Choice, TransitionForm, form_for, initial_of
from linli.kernel.words import say

CHANNELS = (Channel.PHONE, Channel.VISIT, Channel.PAPER, Channel.PROXY)


class CallerForm(forms.Form):
    """How it came and who it is for; both may stay empty: nobody must say who they are to be heard."""

    channel = forms.ChoiceField(
        label=lazystr(say("How did it come?", "怎么报来的？")),
        choices=[(channel.value, channel.words) for channel in CHANNELS],
        initial=Channel.PHONE.value,
        widget=forms.RadioSelect,
    )
    name = forms.CharField(
        label=lazystr(say("Their name", "诉求人姓名")),
        required=False,
        max_length=64,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    phone = forms.CharField(
        label=lazystr(say("Their phone number", "联系电话")),
        help_text=lazystr(
            say("For the call-back. Sealed; each look at it is logged.", "回访用。加密保存，每次查看都有记录。")
        ),
        required=False,
        max_length=32,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )


class PlaceForm(forms.Form):
    """Where it is: words to look a place up by, and the place chosen of what was found."""

    where = forms.CharField(
        label=lazystr(say("Where is it?", "在哪里？")),
        help_text=lazystr(say("Community and building, such as “Willow 3”.", "社区和楼号，如“柳荫 3号楼”。")),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    place = forms.ChoiceField(
        label=lazystr(say("Choose the place", "选择地点")),
        widget=forms.RadioSelect,
        error_messages={
            "required": lazystr(say("Look up a place and choose it.", "请查找并选择地点。")),
            "invalid_choice": lazystr(say("Choose one of the places found.", "请从查到的地点里选。")),
        },
    )

    def __init__(self, *args: Any, found: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["place"]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101 - declared above
        chosen.choices = found
        if len(found) == 1:
            chosen.initial = found[0][0]


def report_form() -> type[TransitionForm]:
    """The report's own questions, but the place."""
    made = form_for(Report, choices=lambda _: category_choices(), leave_out=("place",))
    for name in ("category", "kind", "urgency"):
        made.base_fields[name].required = True  # they are chosen beforehand: to call them optional would puzzle
    return made


def blank_report() -> TransitionForm:
    """The report's form before anything is typed."""
    return report_form()(initial=dict(initial_of(Report)))
