"""Telling the community that something a neighbour shared should not be public."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from linli.domains.matters.queries import get_shared
from linli.domains.people.actor import Actor
from linli.domains.people.signin.actions import Use, spend, visit_of
from linli.domains.people.signin.middleware import TRACKS
from linli.domains.people.signin.policy import FILE, FLAG
from linli.domains.requests.actions.flagging import Flagged, flag
from linli.domains.requests.lifecycle.flag import Flag
from linli.kernel.lifecycle.forms import TransitionForm, form_for
from linli.kernel.refusal import Refusal
from linli.kernel.words import say
from linli.portal.addresses import own_address, shared_address
from linli.portal.door import everyone
from linli.portal.report.done import remember
from linli.portal.sent import sent

THANKS = say("The community has it and answers you here.", "社区已收到，会在这里答复你。")


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@everyone
def flag_it(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """Asks what is wrong with it, then tells the community; a refusal keeps everything that was typed."""
    matter = get_shared(number)
    form = form_for(Flag, choices=lambda source: ())(sent(request))
    if request.method == "GET":
        return _shown(request, matter.number, form)
    if not form.is_valid():
        return _shown(request, matter.number, form, status=422)
    try:
        spend([Use(FLAG, by.stands_for) if by.stands_for else Use(FILE, visit_of(request).mark)], at=at)
        told = flag(matter.number, Flag.model_validate(form.details()), by=by, at=at)
    except Refusal as refusal:
        form.add_error(None, str(refusal.sentence))
        return _shown(request, matter.number, form, status=refusal.status)
    return _answered(request, told)


def _answered(request: HttpRequest, told: Flagged) -> HttpResponse:
    """To the page of it, or where there is no account to the page that shows the code."""
    if not told.tracking_code:
        messages.success(request, str(THANKS))
        return HttpResponseRedirect(own_address(told.matter.number))
    answer = HttpResponseRedirect(reverse("portal:report:done"))
    request.session[TRACKS] = str(told.matter.pk)
    remember(request, answer, number=told.matter.number, code=told.tracking_code)
    return answer


def _shown(request: HttpRequest, number: str, form: TransitionForm, *, status: int = 200) -> HttpResponse:
    given = {"number": number, "form": form, "words": Flag.words, "back_to": shared_address(number)}
    return render(request, "portal/neighbours/flag.html", given, status=status)
