"""The first page: what is the matter?"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from linli.domains.people.actor import Actor
from linli.domains.places.queries import label
from linli.portal.door import everyone
from linli.portal.frame import frame_of
from linli.portal.neighbourhood import remember_community
from linli.portal.phones import EMERGENCY
from linli.portal.report.draft import draft_of
from linli.portal.report.forms import text_form
from linli.portal.report.page import go_on, show
from linli.portal.report.placed import scanned
from linli.portal.sent import sent


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@everyone
def what(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Takes the resident's own words; the place comes along where a code on a wall or a form was scanned."""
    draft = draft_of(request)
    brought = scanned(request, frame_of(request).ground) if "at" in request.GET else None
    form = text_form(sent(request), initial={"text": draft.text})
    given: dict[str, Any] = {"form": form, "phones": EMERGENCY, "at": label(brought[0].path) if brought else None}
    if request.method == "GET":
        return show(request, "what", draft, **given)
    if not form.is_valid():
        return show(request, "what", draft, status=422, **given)
    draft.text = form.cleaned_data["text"]
    if brought is None:
        return go_on(request, draft, after="what")
    place, community = brought
    draft.place = place.path
    answer = go_on(request, draft, after="where")
    remember_community(request, answer, community.path)
    return answer
