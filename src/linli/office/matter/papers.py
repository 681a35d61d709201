"""A dispute's file and its agreement as papers: for a purpose that is chosen, opened through the vault, logged."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from linli.design.sending import send_file
from linli.domains.matters.queries import get_by_number
from linli.domains.people.actor import Actor
from linli.domains.requests.disputes.actions import print_agreement_in_office, print_file
from linli.office.door import staff_only
from linli.office.matter.purposes import read_purpose


@require_POST
@staff_only
def dispute_file(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """The file, to be saved or printed; never kept on the way."""
    matter = get_by_number(number, by=by)
    pdf = print_file(matter.pk, by=by, purpose=read_purpose(request.POST), language=_language(), at=at)
    return send_file(pdf, mime="application/pdf", name=f"{matter.number}.pdf")


@require_POST
@staff_only
def agreement(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """The agreement alone, for a unit that is a party, or for the mediator to have it signed."""
    matter = get_by_number(number, by=by)
    purpose = read_purpose(request.POST)
    pdf = print_agreement_in_office(matter.pk, by=by, purpose=purpose, language=_language(), at=at)
    return send_file(pdf, mime="application/pdf", name=f"{matter.number}.pdf")


def _language() -> str:
    return "zh" if (get_language() or "zh").startswith("zh") else "en"
