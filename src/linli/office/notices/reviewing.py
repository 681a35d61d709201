"""Approving a notice: three ticks, and for each passage the check marked what becomes of it."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_POST

from linli.domains.matters.engine import perform
from linli.domains.matters.queries import get_by_number
from linli.domains.notices.lifecycle.reviewing import Approve
from linli.domains.people.actor import Actor
from linli.kernel.lifecycle.reading import read_details
from linli.kernel.refusal import Refusal
from linli.kernel.words import say
from linli.office.door import staff_only
from linli.office.notices.one import show
from linli.office.showing import state_of

APPROVED = say("Approved. {number} is now “{state}”.", "审核通过，{number} 现在是“{state}”。")
MARK = "mark-"


@require_POST
@staff_only
def review(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """Approved on the version the page showed, or refused in words with everything that was chosen."""
    matter = get_by_number(number, by=by)
    chosen = decisions_in(request.POST)
    given = request.POST.get("version", "")
    sent = {
        **{name: request.POST.get(name) == "on" for name in ("facts", "secrecy", "personal")},
        "decisions": [f"{key}={decision}" for key, decision in chosen.items()],
    }
    try:
        details = read_details(Approve, sent)
        done = perform(matter.pk, details, by=by, at=at, version=int(given) if given.isdecimal() else 0)
    except Refusal as refusal:
        sentence, status = refusal.sentence, refusal.status
        return show(request, number, by=by, at=at, decisions=chosen, refusal=sentence, status=status)
    state = state_of(done.kind, done.state).words
    messages.success(request, str(APPROVED.fill(number=done.number, state=state)))
    return HttpResponseRedirect(reverse("office:notices:one", args=[number]))


def decisions_in(sent: QueryDict) -> dict[str, str]:
    """What was chosen for each mark, without those left open."""
    chosen = {name: sent.get(name, "") for name in list(sent)[:500] if name.startswith(MARK)}
    return {name.removeprefix(MARK): str(decision)[:20] for name, decision in chosen.items() if decision}
