"""What is asked when somebody is to act for a resident."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.functional import lazystr

from linli.design.shapes import Option
from linli.domains.matters.kinds import kinds
from linli.domains.people.vocabulary import ActingBasis
from linli.kernel.lifecycle.forms import Choice
from linli.kernel.words import say
from linli.office.people.forms import day

BASES = {
    ActingBasis.PHONE: say("They asked me by phone; I act for them.", "居民打电话委托，由我代办。"),
    ActingBasis.BUILDING_LEADER: say(
        "They asked me at the door; I am their building leader.", "居民当面委托，我是楼组长，由我代办。"
    ),
    ActingBasis.PROXY: say("Somebody else acts, by a signed paper.", "由他人代办，有签字的委托书。"),
    ActingBasis.GUARDIAN: say("Their guardian acts, by a paper that shows it.", "由监护人代办，有监护证明。"),
}
HOW_ASKED = lazystr(say("Choose how they asked.", "请选择委托方式。"))
IN_WHAT = lazystr(say("Choose what it covers.", "请选择委托的事项。"))


def _phone(label: str, label_zh: str, *, required: bool) -> forms.CharField:
    return forms.CharField(
        label=lazystr(say(label, label_zh)),
        required=required,
        max_length=32,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
        error_messages={"required": lazystr(say("Enter the phone number.", "请填写手机号。"))},
    )


class FindForm(forms.Form):
    """Whom it is for."""

    phone = _phone("Their phone number", "居民的手机号", required=True)


class RegisterForm(FindForm):
    """Somebody the house does not know yet."""

    name = forms.CharField(
        label=lazystr(say("Their name", "居民姓名")),
        max_length=64,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": lazystr(say("Enter their name.", "请填写姓名。"))},
    )


class AuthoriseForm(forms.Form):
    """By what right, who acts, in what, until when."""

    basis = forms.ChoiceField(
        label=lazystr(say("How did they ask, and who acts?", "怎么委托的，由谁代办？")),
        choices=[(basis.value, Option(words=basis.words, hint=hint)) for basis, hint in BASES.items()],
        widget=forms.RadioSelect,
        error_messages={"required": HOW_ASKED, "invalid_choice": HOW_ASKED},
    )
    agent_phone = _phone("Phone number of whoever acts", "代办人的手机号", required=False)
    paper = forms.FileField(
        label=lazystr(say("Picture of the paper", "委托书或监护证明的照片")),
        help_text=lazystr(
            say(
                "Only for a paper. Sealed; each look at it is logged.",
                "有纸质委托时必须上传。加密保存，每次查看都有记录。",
            )
        ),
        required=False,
        max_length=255,
        widget=forms.FileInput(attrs={"accept": "image/*"}),
    )
    scope = forms.MultipleChoiceField(
        label=lazystr(say("In what", "委托办理")),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": IN_WHAT, "invalid_choice": IN_WHAT},
    )
    until = day(say("Last day", "委托到"), say("Empty: until it is withdrawn.", "不填：直到撤回。"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        scope = self.fields["scope"]
        assert isinstance(scope, forms.ChoiceField)  # noqa: S101 - declared above
        scope.choices = scopes()
        scope.initial = [code for code, _ in scopes()]


def scopes() -> Sequence[Choice]:
    """Kinds of matter that residents open themselves."""
    return [(kind.life.kind, kind.life.words) for kind in kinds() if kind.searchable]
