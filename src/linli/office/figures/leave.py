"""Asking to take many requests away, what became of it, and taking what was approved."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import lazystr
from django.views.decorators.http import require_http_methods, require_POST

from linli.design.sending import send_file
from linli.domains.people.actor import Actor
from linli.domains.people.rights import require_anywhere
from linli.domains.requests.figures.approving import LONGEST, ask_to_take, own_asks, take_granted
from linli.domains.requests.figures.exporting import Taken
from linli.domains.requests.rights import READ
from linli.kernel.words import say
from linli.office.doing import tried
from linli.office.door import staff_only
from linli.office.figures.taking import WORKBOOK
from linli.office.figures.wanted import Wanted
from linli.office.requests.views import areas_for

ASKED = say("Your ask waits for whoever audits to decide.", "申请已提交，等审计人员审批。")
MISSING = lazystr(say("Say what you need them for.", "请写明用途。"))


class LeaveForm(forms.Form):
    """What they are needed for."""

    reason = forms.CharField(
        label=lazystr(say("What do you need them for, and who gets the file?", "用来做什么、文件给谁？")),
        help_text=lazystr(say("Whoever decides reads it. Name no residents.", "审批人会看到，不要写居民信息。")),
        max_length=LONGEST,
        min_length=2,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": MISSING, "min_length": MISSING},
    )


@require_http_methods(["GET", "POST"])
@staff_only
def leave(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """What I asked for; for requests that an address names, the form to ask."""
    require_anywhere(by, READ)
    wanted = Wanted.read(request.GET, areas=areas_for(by), at=at)
    form = LeaveForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":

        def ask(given: Any) -> UUID:
            return ask_to_take(wanted.asked(), reason=given["reason"], by=by, at=at)

        done = tried(form, ask)
        if done.done:
            messages.success(request, str(ASKED))
            return redirect("office:leave")
        status = done.status
    shown = {"form": form if request.GET or request.POST else None, "wanted": wanted, "asks": own_asks(by=by, at=at)}
    return render(request, "office/figures/leave.html", shown, status=status)


@require_POST
@staff_only
def take(request: HttpRequest, ask: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """The file that was approved; once."""
    content = take_granted(ask, by=by, at=at)
    return send_file(content, mime=WORKBOOK, name=f"linli-{Taken.REQUESTS.value}-{at:%Y-%m-%d}.xlsx")
