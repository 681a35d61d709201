"""The list of disputes for whoever mediates: filters, search, pages by key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from linli.design.said import day
from linli.design.shapes import Badge, Link
from linli.domains.matters.queries import Filters, Page, list_matters
from linli.domains.people.actor import Actor
from linli.domains.people.rights import require_anywhere
from linli.domains.places.queries import labels
from linli.domains.requests.disputes.lifecycle import DISPUTE
from linli.domains.requests.disputes.listing import Ahead, ahead, search_disputes
from linli.domains.requests.disputes.rights import MEDIATE
from linli.kernel.text import grams
from linli.kernel.words import Words, say
from linli.office.door import staff_only
from linli.office.lines import address_of
from linli.office.showing import badge_of, state_of

SESSION = say("Next session {when}", "下次调解 {when}")
UNRECORDED = say("Session of {when}: not recorded yet", "{when}的调解还没有登记")
PROMISE = say("Next promise due {when}", "最近一项履行期限 {when}")
MISSED = say("Not done in time: {n}", "{n} 项逾期未履行")
COURT = say("Court can be asked together until {when}", "可共同申请司法确认至 {when}")


@dataclass(frozen=True)
class Line:
    """One dispute: where it stands, and what comes next; `late` of those has passed."""

    href: str
    number: str
    title: str
    about: Words
    place: Words | str
    state: Badge
    next: Sequence[Words]
    late: Sequence[Words]


@require_GET
@staff_only
def disputes(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """One page of the list, or what contains the words searched for."""
    require_anywhere(by, MEDIATE)
    asked = request.GET
    words = " ".join(asked.get("q", "").split())[:100]
    wanted = {"state": asked.get("state", "")} if asked.get("state") in DISPUTE.by_code else {}
    wanted |= {"open": "1"} if asked.get("open") == "1" else {}
    if words:
        page = search_disputes(words, by=by) if grams(words) else Page([], "", "")
    else:
        page = _listed(wanted, by=by, after=asked.get("after", ""), before=asked.get("before", ""))
    given = {
        "q": words,
        "short": bool(words) and not grams(words),
        "wanted": wanted,
        "chips": _chips(wanted),
        "lines": _lines(ahead(page.rows), at=at),
        "older": _address(wanted, after=page.older),
        "newer": _address(wanted, before=page.newer),
    }
    return render(request, "office/disputes/page.html", given)


def _listed(wanted: dict[str, str], *, by: Actor, after: str, before: str) -> Page:
    states = (wanted["state"],) if "state" in wanted else ()
    filters = Filters(kind=DISPUTE.kind, states=states, open_only="open" in wanted)
    return list_matters(filters, by=by, after=after, before=before)


def _lines(found: Sequence[Ahead], *, at: datetime) -> list[Line]:
    places = labels(each.matter.path for each in found)
    return [
        Line(
            href=address_of(each.matter.number),
            number=each.matter.number,
            title=each.matter.title,
            about=each.about,
            place=places.get(each.matter.path, ""),
            state=badge_of(state_of(each.matter.kind, each.matter.state)),
            next=[words for words, late in _coming(each, at=at) if not late],
            late=[words for words, late in _coming(each, at=at) if late],
        )
        for each in found
    ]


def _coming(each: Ahead, *, at: datetime) -> list[tuple[Words, bool]]:
    today = localdate(at)
    found = []
    if each.session_on:
        passed = each.session_on < today
        found.append(((UNRECORDED if passed else SESSION).fill(when=day(each.session_on, today=today)), passed))
    if each.missed:
        found.append((MISSED.fill(n=each.missed), True))
    if each.promise_due:
        found.append((PROMISE.fill(when=day(each.promise_due, today=today)), each.promise_due < today))
    if each.court_until and each.court_until > at:
        last = localdate(each.court_until - timedelta(microseconds=1))
        found.append((COURT.fill(when=day(last, today=today)), False))
    return found


def _chips(wanted: dict[str, str]) -> list[Link]:
    return [
        Link(href="?", words=say("All", "全部"), current=not wanted),
        Link(href="?open=1", words=say("Open", "未结"), current=wanted == {"open": "1"}),
        *(
            Link(href=f"?state={state.code}", words=state.words, current=wanted.get("state") == state.code)
            for state in DISPUTE.states
        ),
    ]


def _address(wanted: dict[str, str], **key: str) -> str:
    return f"?{urlencode({**wanted, **key})}" if all(key.values()) else ""
