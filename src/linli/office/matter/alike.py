"""Requests that may be about the same matter as this one: looked for when its page is open, linked with one press."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from linli.design.shapes import Badge, Text
from linli.domains.matters.queries import Matter, get_whole, linked_to
from linli.domains.people.actor import Actor
from linli.domains.places.queries import labels
from linli.domains.requests import rights
from linli.domains.requests.actions import link_same
from linli.domains.requests.likeness import Cluster, alike_for_staff, by_week, cluster, reported_again
from linli.kernel.words import say
from linli.office.door import staff_only
from linli.office.showing import badge_of, state_of

SHOWN = 10
"""Of those found, the surest that are listed; the name, the weeks and how often it came before are of all."""
LINKED = say("Linked. Whoever reads one of them finds the other.", "已关联，看到其中一件就能找到另一件。")


@dataclass(frozen=True)
class Same:
    """One of them as the desk reads it; `again` where the same resident had reported it before."""

    number: str
    title: str
    place: Text
    at: datetime
    state: Badge
    again: bool
    linked: bool


@dataclass(frozen=True)
class Column:
    """One week of the plot: its first day, how many came, and its height in hundredths of the highest."""

    place: int
    monday: date
    count: int
    height: float

    @property
    def top(self) -> float:
        """Where it begins, from above."""
        return 100 - self.height


@dataclass(frozen=True)
class Found:
    """What was found, surest first; the name of all of them together, and in which weeks they came."""

    whole: Matter
    rows: Sequence[Same]
    name: Cluster | None
    place: Text
    may_link: bool
    before: int
    weeks: Sequence[Column]

    @property
    def lately(self) -> int:
        """How many came in those weeks."""
        return sum(week.count for week in self.weeks)


@require_GET
@staff_only
def alike(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """The card beside the matter, or without scripts a page of its own."""
    panel = bool(request.headers.get("HX-Request"))
    template = "office/matter/alike.html" if panel else "office/matter/alike_page.html"
    return render(request, template, {"found": _found(number, by=by, at=at)})


@require_POST
@staff_only
def link(request: HttpRequest, number: str, other: str, *, by: Actor, at: datetime) -> HttpResponse:
    """Links the two and shows the matter again."""
    matter = link_same(number, other, by=by, at=at)
    messages.success(request, str(LINKED))
    return HttpResponseRedirect(reverse("office:matter", args=[matter.number]))


def _found(number: str, *, by: Actor, at: datetime) -> Found:
    _, whole = get_whole(number, by=by)
    alike = alike_for_staff(whole, by=by)
    again = reported_again(whole, alike, by=by)
    linked = {one.number for one in linked_to(whole, by=by)} if alike else set()
    together = [whole, *(one.matter for one in alike)]
    named = cluster(together) if alike else None
    shown = alike[:SHOWN]
    places = labels([*(one.matter.path for one in shown), *([named.place] if named else [])])
    rows = [
        Same(
            number=one.matter.number,
            title=one.matter.title,
            place=places.get(one.matter.path, ""),
            at=one.matter.opened_at,
            state=badge_of(state_of(one.matter.kind, one.matter.state)),
            again=one.matter.pk in again,
            linked=one.matter.number in linked,
        )
        for one in shown
    ]
    before = sum(one.matter.pk in again and one.matter.opened_at < whole.opened_at for one in alike)
    may_link = by.may(rights.ACCEPT.code, at_place=whole.path)
    return Found(
        whole, rows, named, places.get(named.place, "") if named else "", may_link, before, _weeks(together, at)
    )


def _weeks(matters: Sequence[Matter], at: datetime) -> Sequence[Column]:
    weeks = by_week(matters, at=at)
    highest = max(week.count for week in weeks) or 1
    return [Column(place, week.monday, week.count, 100 * week.count / highest) for place, week in enumerate(weeks)]
