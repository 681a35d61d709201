"""An address for news: typed or kept already, and confirmed from the letter that was sent there."""

from __future__ import annotations

from django import forms
from django.utils.functional import lazystr

from linli.kernel.words import say


class EmailForm(forms.Form):
    """Which address? Left empty: the one that is kept."""

    email = forms.CharField(
        required=False,
        max_length=254,
        label=lazystr(say("E-mail", "电子邮箱")),
        widget=forms.TextInput(attrs={"type": "email", "autocomplete": "email"}),
    )
