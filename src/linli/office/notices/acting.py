"""One act done from the notice's page; what is refused comes back with everything that was typed."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from linli.domains.matters.queries import get_by_number
from linli.domains.notices.lifecycle import NOTICE
from linli.domains.people.actor import Actor
from linli.kernel.refusal import NotFound
from linli.office.attempt import attempt
from linli.office.door import staff_only
from linli.office.matter.acting import NO_ACT
from linli.office.notices.one import show


@sensitive_post_parameters()
@require_POST
@staff_only
def act(request: HttpRequest, number: str, verb: str, *, by: Actor, at: datetime) -> HttpResponse:
    """Done and told, or refused in words on the page as it now stands."""
    matter = get_by_number(number, by=by)
    transition = NOTICE.by_verb.get(verb)
    if transition is None or matter.kind != NOTICE.kind:
        raise NotFound(NO_ACT)
    tried = attempt(request, matter, transition, by=by, at=at)
    if tried.refusal:
        sentence, status = tried.refusal.sentence, tried.refusal.status
        return show(request, number, by=by, at=at, form=tried.form, refusal=sentence, status=status)
    messages.success(request, str(tried.told))
    return HttpResponseRedirect(reverse("office:notices:one", args=[number]))
