"""What a role is called and may do, and why that changes."""

from __future__ import annotations

from django import forms
from django.utils.functional import lazystr

from linli.domains.people.rights import known
from linli.kernel.words import Words, say

LONGEST = 64


def _name(label: Words) -> forms.CharField:
    return forms.CharField(
        label=lazystr(label),
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": lazystr(say("Enter the name in both languages.", "请填写中英文两种名称。"))},
    )


class RoleForm(forms.Form):
    """Name and rights; `reason` is asked when the change is made, `version` is the one that was looked at."""

    name = _name(say("Name", "名称"))
    name_en = _name(say("Name in English", "英文名称"))
    rights = forms.MultipleChoiceField(
        required=False,
        choices=lambda: [(code, code) for code in known()],
        error_messages={"invalid_choice": lazystr(say("Choose rights from the list.", "请从列表中选择权限。"))},
    )
    reason = forms.CharField(
        label=lazystr(say("Why?", "为什么改？")),
        help_text=lazystr(say("Kept with the change for whoever audits.", "随这次变更一起留存，供审计查看。")),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    @property
    def words(self) -> Words:
        """The name as typed."""
        return Words(self.cleaned_data["name_en"], self.cleaned_data["name"])


class NewRoleForm(RoleForm):
    """The same for a role that is not there yet."""

    code = forms.CharField(
        label=lazystr(say("Code", "代码")),
        help_text=lazystr(
            say("Small letters, figures and _. It stays for good.", "小写字母、数字和 _，定下后不再改。")
        ),
        max_length=48,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": lazystr(say("Enter a code.", "请填写代码。"))},
    )
