"""The first page of the day."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from linli.domains.delivery.actions import mark_read
from linli.domains.matters.queries import worklist
from linli.domains.people.actor import Actor
from linli.domains.requests.figures.queries import balance, three_rates
from linli.office.door import staff_only
from linli.office.figures.balance import parts
from linli.office.figures.rates import shown
from linli.office.home.news import news_of, recipients
from linli.office.lines import lines

FIRST, NEWS = 6, 8
PERIOD = timedelta(days=30)
"""Three rates of the requests answered or due in the last thirty days; the balance of those received in them."""


@staff_only
def today(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Duties by state, the most urgent few, the newest messages, the three rates, the balance."""
    figures = "requests.read" in by.rights
    rates = three_rates(by=by, since=at - PERIOD, until=at) if figures else None
    received = balance(by=by, since=at - PERIOD, until=at) if figures else None
    news = news_of(by)[:NEWS]
    given = {
        "now": at,
        "lines": lines(worklist(by=by, size=FIRST), by=by, now=at),
        "news": news,
        "unread": any(item.unread for item in news),
        "rates": list(shown(rates)) if rates else [],
        "three": rates,
        "balance": received,
        "parts": list(parts(received)) if received else [],
    }
    return render(request, "office/home/today.html", given)


@require_POST
@staff_only
def read(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The newest letters to me and my units are read, for as far as I may read what they are about."""
    mark_read(recipients(by), messages=[item.id for item in news_of(by, unread_only=True)], at=at)
    return HttpResponseRedirect(reverse("office:today"))
