"""What the pages of reporting share: how one is shown, and how one goes on."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from linli.portal.report.draft import STEPS, Draft, keep

TOLD = "?told=1"


def show(
    request: HttpRequest, step: str, draft: Draft, *, status: int = 200, back: str = "", **given: Any
) -> HttpResponse:
    """The page of one step with its progress and its way back."""
    number = STEPS.index(step) + 1
    before = reverse(f"portal:report:{STEPS[number - 2]}") if number > 1 else "/"
    shared = {"draft": draft, "step": number, "steps": len(STEPS), "back_to": back or before}
    return render(request, f"portal/report/{step}.html", {**shared, **given}, status=status)


def go_on(request: HttpRequest, draft: Draft, *, after: str) -> HttpResponse:
    """Keeps the draft and goes to the next page that is wanted."""
    return keep(request, HttpResponseRedirect(reverse(f"portal:report:{draft.onward(after)}")), draft)


def first_missing(draft: Draft, *, before: str) -> HttpResponse | None:
    """The way back to the first page not answered yet, for someone who came too early."""
    missing = draft.missing()
    if STEPS.index(missing) < STEPS.index(before):
        return HttpResponseRedirect(reverse(f"portal:report:{missing}"))
    return None
