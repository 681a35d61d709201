"""The agreement as a paper to keep: for its parties, opened through the vault and logged."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from linli.design.sending import send_file
from linli.domains.people.actor import Actor
from linli.domains.requests.disputes.actions import print_agreement
from linli.portal.door import everyone


@require_POST
@everyone
def agreement(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """The agreement, to be saved or printed; never kept on the way."""
    language = "zh" if (get_language() or "zh").startswith("zh") else "en"
    pdf = print_agreement(number, by=by, language=language, at=at)
    return send_file(pdf, mime="application/pdf", name=f"{number}.pdf")
