"""The desk's form, and the page that is read out afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast

from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from linli.design.shapes import Row
from linli.domains.matters.attachments import ACCEPTED, read_uploads
from linli.domains.matters.engine import NewFile
from linli.domains.people.actor import Actor
from linli.domains.people.rights import ACT_FOR, require_anywhere
from linli.domains.requests.actions import Caller, Reported, Reporter, recognise, report
from linli.domains.requests.blanks.actions import report_from_paper
from linli.domains.requests.blanks.refusals import TypedAlready
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.lifecycle.request import Report
from linli.kernel.lifecycle.forms import TransitionForm
from linli.kernel.refusal import Invalid, Refusal
from linli.kernel.words import Words
from linli.office.door import staff_only
from linli.office.filing.forms import CallerForm, PlaceForm, blank_report, report_form
from linli.office.filing.places import places_given
from linli.office.filing.receipt import hand_over, handed
from linli.office.filing.sheet import once_from, sheet_of
from linli.office.lines import lines

TEMPLATE = "office/filing/page.html"


@dataclass(frozen=True)
class Known:
    """What the page says of a number that was looked up: whose it is and what they reported, or why it cannot be."""

    caller: Caller | None
    lines: Sequence[Row]
    refused: Words | None = None


def file(request: HttpRequest) -> HttpResponse:
    """One form; what is sent is filed."""
    return send(request) if request.method == "POST" else ask(request)


@require_GET
@staff_only
def ask(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The form, empty; as words are typed, htmx asks for the places alone."""
    require_anywhere(by, ACT_FOR)
    where = PlaceForm(initial=request.GET, found=places_given(request.GET.dict(), by=by))
    if request.headers.get("HX-Request"):
        return render(request, "office/filing/places.html", {"where": where})
    return _show(request, CallerForm(), blank_report(), where)


@require_POST
@staff_only
def send(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Files it for whoever rang; or looks places up; or says what to mend."""
    require_anywhere(by, ACT_FOR)
    typed = request.POST.dict()
    found = places_given(typed, by=by)
    if typed.get("paper") and not typed.get("place") and len(found) == 1:  # the one that stands on the form
        typed["place"] = found[0][0]
    caller, what, where = CallerForm(request.POST), report_form()(request.POST), PlaceForm(typed, found=found)
    if "find" in request.POST or "earlier" in request.POST:
        caller = CallerForm(initial=typed)
        known = _known(typed.get("phone", ""), by=by, at=at) if "earlier" in request.POST else None
        return _show(request, caller, report_form()(initial=typed), PlaceForm(initial=typed, found=found), known=known)
    valid = [form.is_valid() for form in (caller, what, where)]  # every one, so that all is said at once
    if not all(valid):
        return _show(request, caller, what, where, status=422)
    what.cleaned_data["place"] = where.cleaned_data["place"]
    try:
        files = read_uploads(request.FILES.getlist("files"), kind=REQUEST.kind, at=at)
        number, code = once_from(
            request, by=by, at=at, act=lambda: _filed(caller.cleaned_data, what, files, by=by, at=at)
        )
    except Refusal as refusal:
        _say(refusal, caller, what)
        already = refusal.number if isinstance(refusal, TypedAlready) else ""
        return _show(request, caller, what, where, already=already, status=refusal.status)
    answer = HttpResponseRedirect(reverse("office:filed"))
    hand_over(answer, request, number=number, code=code, by=by)
    return answer


@require_GET
@staff_only
def filed(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Number and code, large, to be read out."""
    told = handed(request, by=by)
    if told is None:
        return HttpResponseRedirect(reverse("office:file"))
    return render(request, "office/filing/done.html", told)


def _filed(
    caller: Mapping[str, Any], what: TransitionForm, files: Sequence[NewFile], *, by: Actor, at: datetime
) -> Reported:
    reporter, through = Reporter(name=caller["name"], phone=caller["phone"]), replace(by, channel=caller["channel"])
    details = cast("Report", what.details())
    if caller["paper"] is not None:
        return report_from_paper(caller["paper"], details, by=through, at=at, reporter=reporter, files=files)
    return report(details, by=through, at=at, reporter=reporter, files=files)


def _known(phone: str, *, by: Actor, at: datetime) -> Known:
    """What is known of a number; what is no number is said beside the field."""
    try:
        return Known(found := recognise(phone, by=by, at=at), lines(found.earlier, by=by, now=at) if found else [])
    except Invalid as refusal:
        return Known(None, [], refusal.sentence)


def _say(refusal: Refusal, *forms: Form) -> None:
    """Puts the sentence at the field it is about, or above them all."""
    about: dict[str, object] = getattr(refusal, "fields", {})
    for form in forms:
        for name in set(about) & set(form.fields):
            form.add_error(name, str(about[name]))
    if not any(form.errors for form in forms):
        forms[-1].add_error(None, str(refusal.sentence))


def _show(
    request: HttpRequest,
    caller: CallerForm,
    what: TransitionForm,
    where: PlaceForm,
    *,
    known: Known | None = None,
    already: str = "",
    status: int = 200,
) -> HttpResponse:
    forms = {"caller": caller, "what": what, "where": where}
    given = {**forms, "known": known, "already": already, "accepted": ACCEPTED, "sheet": sheet_of(request)}
    return render(request, TEMPLATE, given, status=status)
