"""What is asked before something is printed: for which place, and how many."""

from __future__ import annotations

from django import forms
from django.utils.functional import lazystr

from linli.domains.requests.blanks.actions import MOST
from linli.domains.requests.blanks.refusals import too_many
from linli.kernel.words import say
from linli.office.placing import PlacePick

COPIES = lazystr(too_many(MOST).sentence)
USUAL = 10


class PrintForm(PlacePick):
    """A place, and how many forms."""

    copies = forms.IntegerField(
        label=lazystr(say("How many forms?", "打印几份登记表？")),
        help_text=lazystr(say("Each gets a number of its own.", "每份都有自己的编号。")),
        min_value=1,
        max_value=MOST,
        initial=USUAL,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), COPIES),
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 1, "max": MOST}),
    )
