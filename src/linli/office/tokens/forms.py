"""What is asked before a token is issued."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.functional import lazystr

from linli.domains.people.queries.accounts import AccountSeen
from linli.domains.people.tokens.vocabulary import TokenPurpose
from linli.kernel.words import say

LASTS = {
    "30": say("30 days", "30 天"),
    "90": say("90 days", "90 天"),
    "365": say("a year", "一年"),
}
WHICH_MACHINE = lazystr(say("Choose a machine account.", "请选择系统对接账号。"))
HOW_LONG = lazystr(say("Choose how long it lasts.", "请选择有效期。"))


class TokenForm(forms.Form):
    """Which machine account, what for, which purposes, how long."""

    account = forms.ChoiceField(
        label=lazystr(say("Machine account", "系统对接账号")),
        help_text=lazystr(
            say("The token may do what this account's posts allow, and no more.", "令牌的权限不超过该账号岗位的权限。")
        ),
        error_messages={"required": WHICH_MACHINE, "invalid_choice": WHICH_MACHINE},
    )
    name = forms.CharField(
        label=lazystr(say("What is it for?", "用途说明")),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": lazystr(say("Say what it is for.", "请写明用途。"))},
    )
    purposes = forms.MultipleChoiceField(
        label=lazystr(say("It may be used to", "可用于")),
        choices=[(purpose.value, purpose.words) for purpose in TokenPurpose],
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": lazystr(say("Choose at least one purpose.", "请至少选择一种用途。")),
            "invalid_choice": lazystr(say("Choose purposes from the list.", "请从列表中选择用途。")),
        },
    )
    lasts = forms.ChoiceField(
        label=lazystr(say("It lasts", "有效期")),
        choices=list(LASTS.items()),
        initial="90",
        widget=forms.RadioSelect,
        error_messages={"required": HOW_LONG, "invalid_choice": HOW_LONG},
    )

    def __init__(self, *args: Any, machines: Sequence[AccountSeen], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        account = self.fields["account"]
        assert isinstance(account, forms.ChoiceField)  # noqa: S101 - declared above
        account.choices = [(str(each.id), f"{each.display_name} ({each.username})") for each in machines]

    def given(self) -> dict[str, Any]:
        """The same as the action takes it."""
        clean = self.cleaned_data
        return {
            "account": UUID(clean["account"]),
            "name": clean["name"],
            "purposes": [TokenPurpose(purpose) for purpose in clean["purposes"]],
            "lasts": timedelta(days=int(clean["lasts"])),
        }
