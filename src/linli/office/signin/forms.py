"""The questions of the staff's sign-in."""

from __future__ import annotations

from django import forms
from django.utils.functional import lazystr

from linli.kernel.refusal import Invalid, Refusal
from linli.kernel.words import Words, say


def _typed(label: Words, missing: Words, *, first: bool = False, **attrs: str) -> forms.CharField:
    widget = forms.PasswordInput if attrs.pop("type", "") == "password" else forms.TextInput
    return forms.CharField(
        label=lazystr(label),
        max_length=200,
        strip=False,
        widget=widget(attrs={**attrs, "data-no-draft": "", **({"data-focus": ""} if first else {})}),
        error_messages={"required": lazystr(missing)},
    )


def _password(label: Words, kind: str) -> forms.CharField:
    return _typed(label, say("Enter the password.", "请输入密码。"), type="password", autocomplete=kind)


class PasswordForm(forms.Form):
    """Who are you?"""

    username = _typed(
        say("Username", "账号"),
        say("Enter your username.", "请输入账号。"),
        first=True,
        autocomplete="username",
        autocapitalize="none",
        spellcheck="false",
    )
    password = _password(say("Password", "密码"), "current-password")


class FactorForm(forms.Form):
    """Six figures from the app, or a recovery code."""

    code = _typed(
        say("Code", "验证码"),
        say("Enter the code from your app, or a recovery code.", "请输入身份验证器上的验证码，或备用码。"),
        first=True,
        autocomplete="one-time-code",
        inputmode="text",
        autocapitalize="characters",
        spellcheck="false",
    )


class NewPasswordForm(forms.Form):
    """A password of one's own."""

    password = _password(say("New password", "新密码"), "new-password")
    repeated = _password(say("The same again", "再输一遍"), "new-password")

    def clean_repeated(self) -> str:
        """Both must agree."""
        repeated: str = self.cleaned_data["repeated"]
        if self.cleaned_data.get("password") not in (None, repeated):
            raise forms.ValidationError(
                str(say("The two are not the same. Type them again.", "两次输入不一致，请重新输入。"))
            )
        return repeated


class ChangePasswordForm(NewPasswordForm):
    """Changing it later."""

    old = _password(say("Present password", "原密码"), "current-password")
    field_order = ("old", "password", "repeated")


class ConfirmForm(forms.Form):
    """The password once more, before something that opens doors."""

    old = _password(say("Your password", "你的密码"), "current-password")


def blame(form: forms.Form, refusal: Refusal) -> int:
    """Puts a refusal where it belongs in the form, and answers the page's status."""
    fields = refusal.fields if isinstance(refusal, Invalid) else {}
    for name, sentence in fields.items():
        form.add_error(name if name in form.fields else None, str(sentence))
    if not fields:
        form.add_error(None, str(refusal.sentence))
    return refusal.status
