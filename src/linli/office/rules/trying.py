"""A changed pack tried: refused with the line to mend, or what it would alter in open matters. Nothing is saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import lazystr
from django.views.decorators.http import require_http_methods

from linli.design.shapes import Text
from linli.domains.matters.queries.rule_effects import Effect, Shift, WhatIf, what_would_change
from linli.domains.people.actor import Actor
from linli.domains.people.rights import RULES_READ, require_anywhere
from linli.kernel.refusal import Invalid
from linli.kernel.rules import pack_text, rulebook
from linli.kernel.words import Words, say
from linli.office.doing import tried
from linli.office.door import staff_only
from linli.office.pasting import text_in
from linli.office.people.forms import day
from linli.office.rules.values import value_words
from linli.office.showing import CLOCKS

LARGEST = 400_000
EMPTY = say("Paste a rule pack, or choose a file.", "请粘贴规则包，或选择文件。")
NOTHING = say("no such rule", "无此规则")


class TryForm(forms.Form):
    """A pack as TOML, pasted or as a file, and the day on which it is compared."""

    pack = forms.CharField(
        label=lazystr(say("The changed pack, as TOML", "改过的规则包（TOML）")),
        required=False,
        max_length=LARGEST,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16, "spellcheck": "false", "class": "raw"}),
    )
    file = forms.FileField(label=lazystr(say("Or a file", "或选择文件")), required=False, max_length=255)
    on = day(say("As of", "按哪天比较"), say("Empty: today.", "不填：今天。"))

    def text(self) -> str:
        """What the file holds, else what was pasted. Raises Invalid."""
        file = self.cleaned_data["file"]
        text = text_in(file, most=LARGEST) if file else str(self.cleaned_data["pack"])
        if not text.strip():
            raise Invalid(EMPTY, fields={"pack": EMPTY})
        return text


@dataclass(frozen=True)
class Changed:
    """One rule that differs, both values in words."""

    name: Words
    key: str
    before: Text
    after: Text
    citation: str


@require_http_methods(["GET", "POST"])
@staff_only
def what_if(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The form, on request with a pack in force to begin from; what is sent is tried."""
    require_anywhere(by, RULES_READ)
    if request.method == "GET":
        return _show(request, TryForm(initial={"pack": pack_text(request.GET.get("pack", ""))}))
    form = TryForm(request.POST, request.FILES)
    done = tried(form, lambda given: what_would_change(form.text(), on=given["on"], by=by, at=at))
    return _show(request, form, done.value, status=done.status)


def _show(request: HttpRequest, form: TryForm, found: WhatIf | None = None, *, status: int = 200) -> HttpResponse:
    given = {
        "form": form,
        "packs": [(pack.name, pack.title) for pack in rulebook().packs],
        "found": found,
        "changed": [_changed(found, index) for index in range(len(found.differences))] if found else [],
        "parts": _parts(found) if found else [],
    }
    return render(request, "office/rules/try.html", given, status=status)


def _changed(found: WhatIf, index: int) -> Changed:
    each = found.differences[index]
    rule = each.after or each.before
    return Changed(
        each.name,
        each.key,
        value_words(each.before.value) if each.before else NOTHING,
        value_words(each.after.value) if each.after else NOTHING,
        rule.citation if rule else "",
    )


def _parts(found: WhatIf) -> Sequence[tuple[Words, Words, Effect, Sequence[tuple[Shift, Text]]]]:
    """Both effects with their heading, what it means, and the examples with their clocks named."""
    at_once = (
        say("At once, by the calendar", "立即生效：按新的工作日历"),
        say(
            "Holidays and office hours count for clocks that already run.",
            "放假安排和办公时间对正在计时的期限同样适用。",
        ),
    )
    if_applied = (
        say("For what begins after it", "对此后开始的事项：按新的时限"),
        say(
            "Clocks keep the time they were given. These would move if the new times were theirs too.",
            "正在计时的期限仍按原来给的时间；如果也改用新时限，会这样变化：",
        ),
    )
    effects = ((at_once, found.at_once), (if_applied, found.if_applied))
    return [
        (title, text, effect, [(shift, CLOCKS.get(shift.clock, shift.clock)) for shift in effect.examples])
        for (title, text), effect in effects
    ]
