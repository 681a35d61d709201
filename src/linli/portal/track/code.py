"""Coming in by a tracking code: typed here, tried a limited number of times, then remembered by this browser alone."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.functional import lazystr
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from linli.domains.matters.queries import Matter, get_tracked
from linli.domains.people.actor import Actor
from linli.domains.people.signin.actions import Use, spend, visit_of
from linli.domains.people.signin.middleware import TRACKS
from linli.domains.people.signin.policy import TRACK
from linli.kernel.refusal import NotFound, Refusal
from linli.kernel.words import say
from linli.portal.addresses import own_address
from linli.portal.door import everyone
from linli.portal.sent import sent

NO_SUCH = say(
    "No report has this code. Check it letter by letter; it has twelve, and no 0, 1, I or O.",
    "没有这个查询码。请逐个核对：共 12 位，没有 0、1、I、O。",
)


class CodeForm(forms.Form):
    """Which code?"""

    code = forms.CharField(
        max_length=40,
        label=lazystr(say("Tracking code", "查询码")),
        help_text=lazystr(
            say("Twelve letters and figures, such as 7K3F-9QXM-2TBW.", "12 位字母和数字，例如 7K3F-9QXM-2TBW。")
        ),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "data-no-draft": ""}
        ),
        error_messages={"required": lazystr(say("Enter the code you were given.", "请输入查询码。"))},
    )


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@everyone
def enter(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Asks for the code and opens its matter."""
    form = CodeForm(sent(request))
    if request.method == "GET":
        return asked(request, form)
    if not form.is_valid():
        return asked(request, form, status=422)
    try:
        matter = _tried(request, form.cleaned_data["code"], at=at)
    except Refusal as refusal:
        form.add_error("code", str(NO_SUCH if isinstance(refusal, NotFound) else refusal.sentence))
        return asked(request, form, status=refusal.status)
    request.session[TRACKS] = str(matter.pk)
    return HttpResponseRedirect(own_address(matter.number))


@require_POST
@everyone
def leave(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Forgets the code on this browser: for shared ones."""
    request.session.pop(TRACKS, None)
    return HttpResponseRedirect("/")


def asked(request: HttpRequest, form: CodeForm | None = None, *, number: str = "", status: int = 200) -> HttpResponse:
    """The page that asks for the code; of `number` it says nothing, not even whether there is such a matter."""
    given = {"form": form or CodeForm(), "number": number}
    return render(request, "portal/track/code.html", given, status=status)


def _tried(request: HttpRequest, code: str, *, at: datetime) -> Matter:
    spend([Use(TRACK, visit_of(request).mark)], at=at)
    return get_tracked(code)
