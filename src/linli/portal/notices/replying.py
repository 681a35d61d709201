"""Asking about a notice or objecting to it, with an account or without."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from linli.domains.notices.actions import SaidBack, say_back
from linli.domains.notices.lifecycle.reply import SayBack
from linli.domains.notices.queries import PublishedNotice, get_published
from linli.domains.people.actor import Actor
from linli.domains.people.signin.actions import Use, spend, visit_of
from linli.domains.people.signin.middleware import TRACKS
from linli.domains.people.signin.policy import FILE, FLAG
from linli.kernel.lifecycle.forms import TransitionForm, form_for
from linli.kernel.refusal import Refusal
from linli.kernel.words import say
from linli.portal.addresses import own_address
from linli.portal.door import everyone
from linli.portal.report.done import remember
from linli.portal.sent import sent

THANKS = say("The body that published it has your words and answers you here.", "发布单位已收到，会在这里答复你。")


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@everyone
def reply(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """Asks what it is about, then passes it on; a refusal keeps everything that was typed."""
    notice = get_published(number)
    form = form_for(SayBack, choices=lambda source: ())(sent(request))
    if request.method == "GET":
        return _shown(request, notice, form)
    if not form.is_valid():
        return _shown(request, notice, form, status=422)
    try:
        spend([Use(FLAG, by.stands_for) if by.stands_for else Use(FILE, visit_of(request).mark)], at=at)
        said = say_back(notice.number, SayBack.model_validate(form.details()), by=by, at=at)
    except Refusal as refusal:
        form.add_error(None, str(refusal.sentence))
        return _shown(request, notice, form, status=refusal.status)
    return _answered(request, said)


def _answered(request: HttpRequest, said: SaidBack) -> HttpResponse:
    """To the page of it, or where there is no account to the page that shows the code."""
    if not said.tracking_code:
        messages.success(request, str(THANKS))
        return HttpResponseRedirect(own_address(said.matter.number))
    answer = HttpResponseRedirect(reverse("portal:report:done"))
    request.session[TRACKS] = str(said.matter.pk)
    remember(request, answer, number=said.matter.number, code=said.tracking_code)
    return answer


def _shown(request: HttpRequest, notice: PublishedNotice, form: TransitionForm, *, status: int = 200) -> HttpResponse:
    return render(request, "portal/notices/reply.html", {"notice": notice, "form": form}, status=status)
