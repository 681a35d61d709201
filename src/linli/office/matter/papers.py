"""A dispute's file as a paper: for a purpose that is chosen, opened through the vault, logged."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from linli.design.sending import send_file
from linli.domains.matters.queries import get_by_number
from linli.domains.people.actor import Actor
from linli.domains.requests.disputes.actions import print_file
from linli.office.door import staff_only
from linli.office.matter.purposes import read_purpose


@require_POST
@staff_only
def dispute_file(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """The file, to be saved or printed; never kept on the way."""
    matter = get_by_number(number, by=by)
    language = "zh" if (get_language() or "zh").startswith("zh") else "en"
    pdf = print_file(matter.pk, by=by, purpose=read_purpose(request.POST), language=language, at=at)
    return send_file(pdf, mime="application/pdf", name=f"{matter.number}.pdf")
