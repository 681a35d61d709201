"""What the desk asks besides the report itself: how it came, who it is for, and where."""

from __future__ import annotations

from django import forms
from django.utils.functional import lazystr

from linli.domains.requests.blanks.numbers import read_number
from linli.domains.requests.choices import category_choices
from linli.domains.requests.lifecycle.request import Report
from linli.domains.requests.vocabulary import Channel
from linli.kernel.lifecycle.forms import TransitionForm, form_for, initial_of
from linli.kernel.refusal import Invalid
from linli.kernel.words import say
from linli.office.placing import PlacePick

CHANNELS = (Channel.PHONE, Channel.VISIT, Channel.PAPER, Channel.PROXY)


class CallerForm(forms.Form):
    """How it came and who it is for; both may stay empty: nobody must say who they are to be heard."""

    channel = forms.ChoiceField(
        label=lazystr(say("How did it come?", "怎么报来的？")),
        choices=[(channel.value, channel.words) for channel in CHANNELS],
        initial=Channel.PHONE.value,
        widget=forms.RadioSelect,
    )
    paper = forms.CharField(
        label=lazystr(say("Number of the paper form", "登记表编号")),
        help_text=lazystr(
            say("Stands under its code. Without one, leave it empty.", "在表上二维码下面；不是我们打印的表就留空。")
        ),
        required=False,
        max_length=32,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
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

    def clean_paper(self) -> int | None:
        """Which form it is; none where there is no number."""
        try:
            return read_number(typed) if (typed := self.cleaned_data["paper"]) else None
        except Invalid as refusal:
            raise forms.ValidationError(str(refusal.sentence)) from None


class PlaceForm(PlacePick):
    """Where it is."""

    where = forms.CharField(
        label=lazystr(say("Where is it?", "在哪里？")),
        help_text=lazystr(say("Community and building, such as “Willow 3”.", "社区和楼号，如“柳荫 3号楼”。")),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


def report_form() -> type[TransitionForm]:
    """The report's own questions, but the place."""
    made = form_for(Report, choices=lambda _: category_choices(), leave_out=("place",))
    for name in ("category", "kind", "urgency"):
        made.base_fields[name].required = True  # they are chosen beforehand: to call them optional would puzzle
    return made


def blank_report() -> TransitionForm:
    """The report's form before anything is typed."""
    return report_form()(initial=dict(initial_of(Report)))
