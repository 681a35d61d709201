"""The page of wordings."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from linli.domains.people.actor import Actor
from linli.domains.people.queries import names_of
from linli.domains.people.rights import require_anywhere
from linli.domains.requests.rights import HANDLE
from linli.domains.requests.wording.actions import add_wording, end_wording
from linli.domains.requests.wording.queries import wordings
from linli.kernel.words import say
from linli.office.doing import tried
from linli.office.door import staff_only
from linli.office.wording.forms import WordingForm

KEPT = say("The wording is kept for your unit.", "已保存，本单位都能用。")
ENDED = say("The wording has ended.", "已停用。")


@require_http_methods(["GET", "POST"])
@staff_only
def kept(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Those of my units; what is sent is added."""
    require_anywhere(by, HANDLE)
    units = [(str(pk), words) for pk, words in names_of(by.units(HANDLE.code)).items()]
    form = WordingForm(request.POST if request.method == "POST" else None, units=units)
    status = 200
    if request.method == "POST":
        done = tried(
            form, lambda given: add_wording(UUID(given["unit"]), title=given["title"], body=given["body"], by=by, at=at)
        )
        if done.done:
            messages.success(request, str(KEPT))
            return redirect("office:wordings")
        status = done.status
    return render(request, "office/wording/page.html", {"form": form, "kept": wordings(by=by)}, status=status)


@require_POST
@staff_only
def end(request: HttpRequest, wording: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """Ends one."""
    end_wording(wording, by=by, at=at)
    messages.success(request, str(ENDED))
    return redirect("office:wordings")
