"""The fourth page: how do we reach you, and who may see it?"""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from linli.domains.people.actor import Actor
from linli.portal.door import everyone
from linli.portal.report.draft import draft_of
from linli.portal.report.forms import ReporterForm, sharing_form
from linli.portal.report.page import first_missing, go_on, show
from linli.portal.sent import sent


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@everyone
def you(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Takes name and number from whoever is not signed in, and from all whether neighbours may see it."""
    draft = draft_of(request)
    if early := first_missing(draft, before="you"):
        return early
    given = sent(request)
    sharing = sharing_form(given, initial={"share": draft.share, "confidential": draft.confidential})
    reporter = None if by.stands_for else ReporterForm(given, initial={"name": draft.name, "phone": draft.phone})
    forms = [form for form in (reporter, sharing) if form is not None]
    sound = [form.is_valid() for form in forms]  # each of them, so that each shows what to mend
    if given is None or not all(sound):
        status = 200 if given is None else 422
        return show(request, "you", draft, status=status, reporter=reporter, sharing=sharing)
    for form in forms:
        for name, value in form.cleaned_data.items():
            setattr(draft, name, value)
    draft.met = True
    return go_on(request, draft, after="you")
