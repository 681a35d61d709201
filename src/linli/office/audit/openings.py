"""Who opened personal data: summed up by account and purpose, and act by act. Never whose data, never a value."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from linli.domains.matters.queries.numbers import numbers_of
from linli.domains.people.actor import Actor
from linli.domains.people.queries.openings import all_openings, openers
from linli.kernel.vault import Purpose
from linli.kernel.vault.auditing import Key, Openings
from linli.office.audit.asked import Asked, chosen, frame
from linli.office.door import staff_only
from linli.office.paging import moment, older, read_key

LATELY = timedelta(days=30)
"""What is summed up where no first day is asked for."""


@require_GET
@staff_only
def summary(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Who opened how much for what, those who opened of most people first."""
    asked = Asked.read(request)
    since = asked.since or (None if asked.until else at - LATELY)
    wanted = Openings(account=asked.account, purpose=asked.purpose(), since=since, until=asked.until)
    rows = openers(wanted, by=by)
    around = frame(asked, here=request.path, by=by)
    given = {
        **around,
        "rows": [(row, asked.address(account=str(row.account or ""), purpose=row.purpose.value)) for row in rows],
        "names": chosen(around["accounts"]),
        "purposes": list(Purpose),
        "lately": since if asked.since is None else None,
    }
    return render(request, "office/audit/summary.html", given)


@require_GET
@staff_only
def openings(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Act by act, the newest first."""
    asked = Asked.read(request)
    wanted = Openings(account=asked.account, purpose=asked.purpose(), since=asked.since, until=asked.until)
    lines, more = all_openings(wanted, by=by, before=_key(request))
    around = frame(asked, here=request.path, by=by)
    given = {
        **around,
        "lines": lines,
        "names": chosen(around["accounts"]),
        "numbers": numbers_of(line.matter for line in lines if line.matter),
        "purposes": list(Purpose),
        "older": older(asked.given, *lines[-1].key, more=more) if lines else "",
    }
    return render(request, "office/audit/openings.html", given)


def _key(request: HttpRequest) -> Key | None:
    key = read_key(request.GET, parts=2)
    return (moment(key[0]), key[1]) if key else None
