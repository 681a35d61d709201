"""One act of the resident: its form, made from its transition, and its doing."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from linli.domains.matters.attachments import ACCEPTED
from linli.domains.matters.engine import perform
from linli.domains.matters.kinds import kind_of
from linli.domains.matters.queries import (
    Matter,
    Moment,
    choices_for,
    get_own,
    hindrance,
    may_act,
    timeline,
    told_to_part,
)
from linli.domains.people.actor import Actor
from linli.kernel.lifecycle import Transition
from linli.kernel.lifecycle.forms import TransitionForm, form_for, initial_of
from linli.kernel.refusal import NotFound, Refusal
from linli.kernel.words import say
from linli.portal.addresses import own_address
from linli.portal.disputes.beside import agreement_in, beside, is_party
from linli.portal.door import everyone
from linli.portal.files import sent_files, takes_files
from linli.portal.lines import state_of
from linli.portal.sent import sent
from linli.portal.track.code import asked
from linli.portal.track.moments import last_spoken
from linli.portal.track.thanks import thanks

ANSWERING = ("give_information", "judge", "reopen", "sign")
"""Acts that answer something: what was asked or answered stands above their form."""
NO_SUCH_ACT = say("There is no such act. Go back to the page of your report.", "没有这个操作，请回到你报的事。")


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@everyone
def act(request: HttpRequest, number: str, verb: str, *, by: Actor, at: datetime) -> HttpResponse:
    """Asks what the act needs, then does it; a refusal keeps everything that was typed."""
    try:
        matter = get_own(number, by=by)
    except NotFound:
        return asked(request, number=number, status=404)
    transition = _transition(matter, verb, by=by)
    made = form_for(transition, choices=choices_for(matter))
    form = made(sent(request), initial=dict(initial_of(transition)))
    if request.method == "GET":
        return _shown(request, matter, transition, form, by=by, at=at)
    if not form.is_valid():
        return _shown(request, matter, transition, form, by=by, at=at, status=422)
    try:
        files = sent_files(request, kind=matter.kind, at=at)
        done = perform(matter.pk, form.details(), by=by, at=at, version=_version(request), files=files)
    except Refusal as refusal:
        return _refused(request, number, transition, form, refusal, by=by, at=at)
    messages.success(request, str(thanks(transition, state_of(done))))
    return HttpResponseRedirect(own_address(matter.number))


def _transition(matter: Matter, verb: str, *, by: Actor) -> type[Transition]:
    transition = kind_of(matter.kind).life.by_verb.get(verb)
    if transition is None or transition.derived or not transition.who(by, matter):
        raise NotFound(NO_SUCH_ACT)
    return transition


def _version(request: HttpRequest) -> int | None:
    """The version the page showed; None where the page was not ours, for the newest is as good."""
    seen = request.POST.get("version", "")
    return int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 10 else None


def _refused(
    request: HttpRequest,
    number: str,
    transition: type[Transition],
    form: TransitionForm,
    refusal: Refusal,
    *,
    by: Actor,
    at: datetime,
) -> HttpResponse:
    if not form.errors:
        form.add_error(None, str(refusal.sentence))
    matter = get_own(number, by=by)  # as it stands now: the next try starts from there
    return _shown(request, matter, transition, form, by=by, at=at, status=refusal.status)


def _spoken(matter: Matter) -> Moment | None:
    if is_party(matter):
        return agreement_in(told_to_part(matter))
    return last_spoken(timeline(matter, staff=False))


def _shown(
    request: HttpRequest,
    matter: Matter,
    transition: type[Transition],
    form: TransitionForm,
    *,
    by: Actor,
    at: datetime,
    status: int = 200,
) -> HttpResponse:
    given = {
        "matter": matter,
        "state": state_of(matter),
        "words": transition.words,
        "verb": transition.verb(),
        "accepted": ACCEPTED if takes_files(matter.kind, transition) else "",
        "files_lost": bool(request.FILES),
        "form": form,
        "possible": may_act(transition, matter, by, now=at),
        "hindrance": hindrance(transition, matter, now=at),
        "back_to": own_address(matter.number),
        "party": beside(matter) if is_party(matter) else {},
        "spoken": _spoken(matter) if transition.verb() in ANSWERING else None,
    }
    return render(request, "portal/track/act.html", given, status=status)
