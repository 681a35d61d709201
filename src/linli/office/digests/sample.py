"""Checking a sample: one message, one question, two answers."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from linli.domains.insight import queries
from linli.domains.insight.checking import check
from linli.domains.people.actor import Actor
from linli.kernel.refusal import Invalid, Refusal
from linli.kernel.words import say
from linli.office.door import staff_only

ANSWERS = {"fits": True, "other": False}


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def sample(request: HttpRequest, digest: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """The next message of the sample that one may check; an answer leads to the one after."""
    seen, one = queries.sample(digest, by=by)
    if request.method == "POST":
        _answer(request, digest, by=by, at=at)
        return redirect("office:digest_sample", digest=digest)
    return render(request, "office/digests/sample.html", {"seen": seen, "one": one})


def _answer(request: HttpRequest, digest: UUID, *, by: Actor, at: datetime) -> None:
    answer = ANSWERS.get(request.POST.get("answer", ""))
    if answer is None:
        raise Invalid(say("Say whether it fits or does not.", "请选择“归类正确”或“归类不对”。"))
    try:
        check(digest, request.POST.get("number", ""), fits=answer, by=by, at=at)
    except Refusal as refusal:
        if refusal.status != 409:
            raise
        messages.warning(request, str(refusal.sentence))
