"""Who saw my data: each opening in a sentence: who, when, what for, by what right, which values, in which matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_datetime
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from linli.design.shapes import Text
from linli.domains.matters.queries import field_words, readable_numbers
from linli.domains.people.actor import Actor
from linli.domains.people.queries import who_saw
from linli.domains.people.queries.seen import LINES
from linli.kernel.vault import Access
from linli.kernel.words import Words, say
from linli.portal.addresses import own_address
from linli.portal.door import residents

MYSELF = say("You yourself", "你自己")


@dataclass(frozen=True, kw_only=True)
class Opening:
    """One line of the log."""

    who: Text
    own: bool
    at: datetime
    fields: Words
    purpose: Words
    basis: Words
    number: str
    href: str


@require_safe
@residents
def seen(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The openings of one's own data, the newest first."""
    before = _moment(request.GET.get("before", ""))
    found = who_saw(by.person, by=by, before=before) if by.person else []
    older = f"?{urlencode({'before': found[-1].at.isoformat()})}" if len(found) == LINES else ""
    return render(request, "portal/mine/seen.html", {"openings": _openings(found, by=by), "older": older})


def _openings(found: Sequence[Access], *, by: Actor) -> list[Opening]:
    about = readable_numbers([each.matter for each in found if each.matter], by=by)
    return [_opening(each, about, by=by) for each in found]


def _opening(each: Access, about: dict[UUID, tuple[str, bool]], *, by: Actor) -> Opening:
    own = each.by.account is not None and each.by.account == by.account
    number = about[each.matter][0] if each.matter in about else ""
    return Opening(
        who=MYSELF if own else each.by.label,
        own=own,
        at=each.at,
        fields=_listed(each.fields),
        purpose=each.purpose.words,
        basis=each.basis.words,
        number=number,
        href=own_address(number) if number else "",
    )


def _listed(fields: Sequence[str]) -> Words:
    """The values in words, each kind once."""
    first, *others = dict.fromkeys(field_words(field) for field in fields)
    for other in others:
        first = say("{first}, {other}", "{first}、{other}", first=first, other=other)
    return first


def _moment(typed: str) -> datetime | None:
    try:
        at = parse_datetime(typed)
    except ValueError:
        return None
    return at if at and at.tzinfo else None
