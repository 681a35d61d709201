"""What is asked when a unit is founded or renamed."""

from __future__ import annotations

from django import forms
from django.utils.functional import lazystr

from linli.domains.people.vocabulary import OrganisationKind
from linli.kernel.words import say
from linli.office.placing import PlacePick

WHICH_KIND = lazystr(say("Choose what kind of body it is.", "请选择机构类别。"))


class NameForm(forms.Form):
    """What it is called, in one language or both."""

    name = forms.CharField(
        label=lazystr(say("Name", "名称")),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": lazystr(say("Enter the name.", "请填写名称。"))},
    )
    name_en = forms.CharField(
        label=lazystr(say("Name in English", "英文名称")),
        help_text=lazystr(say("Empty: the Chinese name is shown.", "不填则显示中文名称。")),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class UnitNameForm(NameForm):
    """What a unit is called, and where it can be called."""

    phone = forms.CharField(
        label=lazystr(say("Public telephone", "对外电话")),
        help_text=lazystr(say("Residents see it on their first page.", "居民在首页能看到。")),
        required=False,
        max_length=32,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )


class UnitForm(PlacePick, UnitNameForm):
    """Kind, name, telephone, credit code and the place it answers for."""

    kind = forms.ChoiceField(
        label=lazystr(say("Kind", "类别")),
        choices=[("", say("Choose…", "请选择")), *((kind.value, kind.words) for kind in OrganisationKind)],
        error_messages={"required": WHICH_KIND, "invalid_choice": WHICH_KIND},
    )
    credit_code = forms.CharField(
        label=lazystr(say("Unified social credit code", "统一社会信用代码")),
        help_text=lazystr(say("18 characters, where it has one.", "18 位，没有可不填。")),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    field_order = ("kind", "name", "name_en", "phone", "where", "place", "credit_code")
