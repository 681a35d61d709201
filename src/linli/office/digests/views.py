"""A digest with the messages behind every claim, computed again when somebody doubts it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from linli.design.shapes import Link
from linli.domains.insight import queries
from linli.domains.insight.queries import Behind, Claim, DigestSeen, Issue
from linli.domains.insight.rights import CHECK
from linli.domains.people.actor import Actor
from linli.domains.people.rights import require_any
from linli.domains.places.queries import labels
from linli.domains.requests.rights import READ
from linli.office.door import staff_only
from linli.office.figures.balance import parts
from linli.office.lines import lines

SHOWN = 200
MOST_DIGITS = 9
"""No digest has as many wordings; longer numbers are left out like any other nonsense in an address."""


@require_safe
@staff_only
def newest(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The newest digest of the widest place one works for, or of what lies around it."""
    require_any(by, READ, CHECK)
    found = queries.issues_for(by)
    if not found:
        return render(request, "office/digests/none.html")
    own = (*by.areas(READ.code), *by.areas(CHECK.code))
    return redirect("office:digest", digest=min(found, key=lambda each: (not each.path.startswith(own), each.path)).id)


@require_safe
@staff_only
def digest(request: HttpRequest, digest: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """One digest; with `verify` in the address it is computed again on the spot."""
    require_any(by, READ, CHECK)
    seen = queries.digest(digest, verify="verify" in request.GET)
    queries.require_part(seen.told.path, by=by)
    given = {
        "seen": seen,
        "told": seen.told,
        "balance": seen.told.balance,
        "parts": list(parts(seen.told.balance)),
        "others": _others(queries.issues_for(by), seen),
        "may_check": by.may(CHECK.code, at_place=seen.told.path),
    }
    return render(request, "office/digests/page.html", given)


@require_safe
@staff_only
def messages(request: HttpRequest, digest: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """The messages behind one claim, as far as one may read them."""
    require_any(by, READ)
    seen = queries.digest(digest)
    found: Behind = queries.behind(digest, _claim(request.GET), by=by, most=SHOWN)
    given = {"seen": seen, "found": found, "most": SHOWN, "lines": lines(found.matters, by=by, now=at)}
    return render(request, "office/digests/messages.html", given)


def _claim(query: QueryDict) -> Claim:
    return Claim(
        category=str(query.get("category", "")),
        community=str(query.get("community", "")),
        state=str(query.get("state", "")),
        rumour=str(query.get("rumour", "")),
        wording=_number(query, "wording"),
        matter=_number(query, "matter"),
    )


def _number(query: QueryDict, name: str) -> int | None:
    given = str(query.get(name, ""))
    return int(given) if given.isascii() and given.isdecimal() and len(given) < MOST_DIGITS else None


def _others(found: list[Issue], seen: DigestSeen) -> list[Link]:
    """The newest digests of the other places one works for."""
    names = labels(each.path for each in found)
    return [
        Link(
            href=reverse("office:digest", args=[each.id]),
            words=names.get(each.path, ""),
            current=each.path == seen.told.path,
        )
        for each in found
    ]
