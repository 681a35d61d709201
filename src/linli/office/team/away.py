"""Who is away from my units and who stands in: noted, looked at, ended. Why somebody is away is nobody's business."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, localtime
from django.views.decorators.http import require_http_methods, require_POST

from linli.design.said import day
from linli.domains.people.absences.actions import Away
from linli.domains.people.absences.queries import AbsenceSeen, absences_of
from linli.domains.people.actor import Actor
from linli.domains.people.queries import names_of
from linli.domains.people.rights import require_anywhere
from linli.domains.requests.actions.standing_in import call_off_absence, note_absence
from linli.domains.requests.colleagues import colleagues
from linli.domains.requests.rights import HANDLE, LEAD
from linli.kernel.lifecycle.forms import Choice
from linli.kernel.refusal import Invalid
from linli.kernel.words import Words, say
from linli.office.doing import begins, ends, tried
from linli.office.door import staff_only
from linli.office.team.forms import AwayForm

NOTED = say("Noted. It ends by itself.", "已登记，到期自动结束。")
OVER = say("The absence has ended.", "不在岗已结束。")
ONE_UNIT = say("Choose two colleagues of one unit.", "请选同一单位的两位同事。")


@dataclass(frozen=True)
class Line:
    """One absence as the page shows it; `left` where the stand-in answers for the unit no more."""

    id: UUID
    name: str
    unit: Words
    days: Words
    stand_in: str
    now: bool
    left: bool
    may_end: bool


@require_http_methods(["GET", "POST"])
@staff_only
def away(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Those of my units, now and to come; what is sent is noted."""
    require_anywhere(by, HANDLE)
    units = names_of(by.units(HANDLE.code))
    here = {unit: {each.account: each.name for each in colleagues(unit, at=at)} for unit in units}
    form = AwayForm(request.POST if request.method == "POST" else None, **_offers(units, here, by=by))
    status = 200
    if request.method == "POST":
        done = tried(form, lambda given: note_absence(_away(given, at=at), by=by, at=at))
        if done.done:
            messages.success(request, str(NOTED))
            return redirect("office:away")
        status = done.status
    lines = list(_lines(absences_of(units, at=at), units, here, by=by, at=at))
    return render(request, "office/team/away.html", {"form": form, "lines": lines}, status=status)


@require_POST
@staff_only
def end(request: HttpRequest, absence: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """They are back, or it is called off."""
    call_off_absence(absence, by=by, at=at)
    messages.success(request, str(OVER))
    return redirect("office:away")


def _offers(
    units: Mapping[UUID, Words], here: Mapping[UUID, Mapping[UUID, str]], *, by: Actor
) -> dict[str, Sequence[Choice]]:
    """Whom one may note: oneself, and in units one leads everybody; and who could stand in."""
    several = len(units) > 1

    def named(unit: UUID, account: UUID, name: str) -> Choice:
        words = say("{name}, {unit}", "{name}（{unit}）", name=name, unit=units[unit]) if several else name
        return f"{unit}.{account}", words

    everybody = [(unit, account, name) for unit in units for account, name in here[unit].items()]
    led = by.units(LEAD.code)
    mine = [one for one in everybody if one[0] in led or one[1] == by.account]
    return {"away": [named(*one) for one in mine], "colleagues": [named(*one) for one in everybody]}


def _away(given: Mapping[str, Any], *, at: datetime) -> Away:
    (unit, _, account), (same, _, stand_in) = (given[name].partition(".") for name in ("account", "stand_in"))
    if unit != same:
        raise Invalid(ONE_UNIT, fields={"stand_in": ONE_UNIT})
    return Away(
        account=UUID(account),
        unit=UUID(unit),
        stand_in=UUID(stand_in),
        since=begins(given["since"], at=at) or at,
        until=ends(given["last"]) or at,
    )


def _lines(
    found: Sequence[AbsenceSeen],
    units: Mapping[UUID, Words],
    here: Mapping[UUID, Mapping[UUID, str]],
    *,
    by: Actor,
    at: datetime,
) -> Iterator[Line]:
    for each in found:
        yield Line(
            id=each.id,
            name=each.name,
            unit=units[each.unit],
            days=days_of(each, at=at),
            stand_in=each.stand_in_name,
            now=each.holds(at),
            left=each.stand_in not in here[each.unit],
            may_end=each.account == by.account or each.unit in by.units(LEAD.code),
        )


def days_of(absence: AbsenceSeen, *, at: datetime) -> Words:
    """Its first and its last day, as people say them."""
    today, last = localdate(at), localtime(absence.until - timedelta(seconds=1)).date()
    first = day(localtime(absence.since).date(), today=today)
    return say("{first} to {last}", "{first}至{last}", first=first, last=day(last, today=today))
