"""Forget me: what that means, and doing it."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.functional import lazystr
from django.views.decorators.http import require_http_methods

from linli.domains.people.actions import erase_person
from linli.domains.people.actor import Actor
from linli.domains.people.signin.actions import end_session, visit_of
from linli.kernel.refusal import NotAllowed
from linli.kernel.words import say
from linli.portal.door import residents
from linli.portal.mine.contact import NO_PERSON
from linli.portal.sent import sent

ASKED = "asked"
"""The reason kept with an erasure: the person asked (PIPL Art. 47)."""
GONE = say(
    "You are forgotten here. What you wrote cannot be read by anyone any more.",
    "已删除。你写过的内容再也没有人能看到。",
)
NOT_FOR_OTHERS = say(
    "Only the person concerned can ask to be forgotten. Stop acting for them first.",
    "只有本人可以要求删除，请先停止代办。",
)


class EraseForm(forms.Form):
    """Understood?"""

    understood = forms.BooleanField(
        label=lazystr(say("I understand that this cannot be undone", "我明白删除后无法恢复")),
        error_messages={"required": lazystr(say("Tick this if you are sure.", "确定要删除，请勾选。"))},
    )


@require_http_methods(["GET", "POST"])
@residents
def erase(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Says what will happen; on a tick, destroys the key to everything that was sealed, and signs out."""
    if by.on_behalf_of is not None:
        raise NotAllowed(NOT_FOR_OTHERS)
    if by.person is None:
        raise NotAllowed(NO_PERSON)
    form = EraseForm(sent(request))
    if request.method == "POST" and form.is_valid():
        erase_person(person=by.person, reason=ASKED, by=by, at=at)
        end_session(request, visit=visit_of(request), at=at)
        messages.success(request, str(GONE))
        return HttpResponseRedirect("/")
    return render(request, "portal/mine/erase.html", {"form": form}, status=422 if form.errors else 200)
