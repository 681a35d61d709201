"""The two questions of signing in."""

from __future__ import annotations

from django import forms
from django.utils.functional import lazystr

from linli.kernel.refusal import Invalid, Refusal
from linli.kernel.words import say

NUMERIC = {"inputmode": "numeric", "autocomplete": "one-time-code", "data-focus": "", "data-no-draft": ""}


class PhoneForm(forms.Form):
    """Which phone."""

    phone = forms.CharField(
        label=lazystr(say("Mobile number", "手机号")),
        max_length=32,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel", "data-no-draft": ""}),
        error_messages={"required": lazystr(say("Enter your mobile number.", "请输入手机号。"))},
    )
    kept = forms.BooleanField(
        label=lazystr(say("Stay signed in on this device", "在这台设备上保持登录")),
        help_text=lazystr(say("For 30 days. Not on a shared device.", "30 天内免登录。公用设备请勿勾选。")),
        required=False,
    )


class CodeForm(forms.Form):
    """The code that came."""

    code = forms.CharField(
        label=lazystr(say("Code from the text message", "短信验证码")),
        max_length=16,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "data-focus": "", "data-no-draft": ""}
        ),
        error_messages={"required": lazystr(say("Enter the six figures we sent.", "请输入收到的六位数字。"))},
    )


def blame(form: forms.Form, refusal: Refusal) -> int:
    """Puts a refusal where it belongs in the form, and answers the page's status."""
    fields = refusal.fields if isinstance(refusal, Invalid) else {}
    for name, sentence in fields.items():
        form.add_error(name if name in form.fields else None, str(sentence))
    if not fields:
        form.add_error(None, str(refusal.sentence))
    return refusal.status
