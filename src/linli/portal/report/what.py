"""The first page: what is the matter?"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from linli.domains.people.actor import Actor
from linli.portal.door import everyone
from linli.portal.phones import EMERGENCY
from linli.portal.report.draft import draft_of
from linli.portal.report.forms import text_form
from linli.portal.report.page import go_on, show
from linli.portal.sent import sent


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@everyone
def what(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Takes the resident's own words."""
    draft = draft_of(request)
    form = text_form(sent(request), initial={"text": draft.text})
    given: dict[str, Any] = {"form": form, "phones": EMERGENCY}
    if request.method == "GET":
        return show(request, "what", draft, **given)
    if not form.is_valid():
        return show(request, "what", draft, status=422, **given)
    draft.text = form.cleaned_data["text"]
    return go_on(request, draft, after="what")
