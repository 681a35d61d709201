"""Applying for mediation: one page; who is known to us by their phone applies, and nobody else is asked yet."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.functional import lazystr
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from linli.domains.people.actor import Actor
from linli.domains.places.queries import at_path
from linli.domains.requests.disputes.actions import Application, apply
from linli.domains.requests.disputes.lifecycle.disputant import Join
from linli.domains.requests.disputes.vocabulary import About
from linli.kernel.lifecycle.forms import NOTHING, Choice
from linli.kernel.refusal import Refusal
from linli.kernel.words import say
from linli.portal.addresses import own_address
from linli.portal.door import residents
from linli.portal.frame import frame_of
from linli.portal.neighbourhood import chosen_community
from linli.portal.report.where import own_buildings
from linli.portal.sent import sent

MOST = 4000
CHOOSE = lazystr(say("Choose one from the list.", "请从列表里选一项。"))
FILL_IN = lazystr(say("Fill this in.", "请填写。"))


class ApplicationForm(forms.Form):
    """What an application needs; the words are those of the party's own part."""

    about = forms.ChoiceField(
        label=lazystr(say("What is it about?", "是哪一类纠纷？")),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    place = forms.ChoiceField(
        label=lazystr(say("Where?", "在哪里？")), error_messages={"required": CHOOSE, "invalid_choice": CHOOSE}
    )
    text = forms.CharField(
        max_length=MOST,
        min_length=2,
        label=lazystr(Join.details()["text"].words),
        help_text=lazystr(say("Only the mediator reads this.", "只有调解员能看到。")),
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": FILL_IN},
    )
    other = forms.CharField(
        max_length=MOST,
        label=lazystr(Join.details()["other"].words),
        help_text=lazystr(
            say("The mediator asks them; nobody is told before.", "由调解员去征求意见，之前不会告诉任何人。")
        ),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": FILL_IN},
    )

    def __init__(self, data: Any, *, places: list[Choice], initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        choices: dict[str, list[Choice]] = {"about": [(one.value, one.words) for one in About], "place": places}
        for name, options in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - as declared above
            field.choices = [NOTHING, *options]


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@residents
def apply_for(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Asks, then files; a refusal keeps everything that was typed."""
    form = _form(request, by=by)
    if request.method == "GET":
        return _shown(request, form)
    if not form.is_valid():
        return _shown(request, form, status=422)
    given = form.cleaned_data
    try:
        application = Application(
            about=About(given["about"]), place=at_path(given["place"]).id, text=given["text"], other=given["other"]
        )
        part = apply(application, by=by, at=at)
    except Refusal as refusal:
        form.add_error(None, str(refusal.sentence))
        return _shown(request, form, status=refusal.status)
    return HttpResponseRedirect(own_address(part.number))


def _form(request: HttpRequest, *, by: Actor) -> ApplicationForm:
    ground, own = frame_of(request).ground, own_buildings(by)
    communities = [(place.path, place.words) for place in ground.communities]
    initial = {"place": own[0][0] if own else chosen_community(request)}
    return ApplicationForm(sent(request), places=[*own, *communities], initial=initial)


def _shown(request: HttpRequest, form: ApplicationForm, *, status: int = 200) -> HttpResponse:
    return render(request, "portal/disputes/apply.html", {"form": form}, status=status)
