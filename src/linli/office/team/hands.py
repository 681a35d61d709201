"""What one colleague has in hand, to read and print, and to hand to somebody else: all of it or what is ticked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from linli.design.said import day
from linli.design.shapes import Badge, Clock, Text
from linli.domains.matters.engine import Outcome
from linli.domains.people.actor import Actor
from linli.domains.people.rights import require_anywhere
from linli.domains.places.queries import labels
from linli.domains.requests.actions.changing_hands import hand_over
from linli.domains.requests.colleagues import Answerer, colleagues
from linli.domains.requests.queries.hands import Hands, InHand, in_hands_of
from linli.domains.requests.rights import HANDLE, LEAD
from linli.kernel.refusal import NotAllowed, Refusal
from linli.kernel.words import Words, say
from linli.office.door import staff_only
from linli.office.lines import address_of
from linli.office.showing import badge_of, clock_of, state_of
from linli.office.team.forms import HandOverForm
from linli.office.worklist.bulk import read_ticks

LEADS_ALONE = say(
    "Whoever leads the unit hands cases over. Ask them; the list can be printed.",
    "交接由本单位负责人来做，请联系负责人；清单可以打印。",
)
NONE_TICKED = say("Tick what is to be handed over, or hand over all of it.", "请勾选要交接的，或点全部交接。")


@dataclass(frozen=True)
class Line:
    """One case as the list shows it; `id` carries the version that was seen."""

    id: str
    href: str
    number: str
    subject: str
    place: Text
    state: Badge
    clock: Clock | None
    promises: Sequence[Words]
    last_said: str


@dataclass(frozen=True)
class Refused:
    """What was not handed over, and why."""

    number: str
    sentence: Words


@require_http_methods(["GET", "POST"])
@staff_only
def hands(request: HttpRequest, unit: UUID, whose: UUID, *, by: Actor, at: datetime) -> HttpResponse:
    """The list; what is sent is handed over, and what could not be stays on it with its reason."""
    require_anywhere(by, HANDLE)
    found = in_hands_of(whose, unit=unit, by=by, now=at)
    others = [(str(each.account), _named(each)) for each in colleagues(unit, at=at) if each.account != whose]
    form = HandOverForm(request.POST if request.method == "POST" else None, colleagues=others)
    given = {"form": form, "leads": unit in by.units(LEAD.code), "ticked": request.POST.getlist("ids")}
    if request.method == "GET":
        return _show(request, found, given, at=at)
    if not given["leads"]:
        raise NotAllowed(LEADS_ALONE)
    seen = _seen(request)
    if not seen:
        form.add_error(None, str(NONE_TICKED))
    if not form.is_valid():
        return _show(request, found, given, at=at, status=422)
    outcome = hand_over(seen, to=UUID(form.cleaned_data["to"]), note=form.cleaned_data["note"], by=by, at=at)
    given |= {"done": len(outcome.done), "refused": _refused(outcome, found)}
    return _show(request, in_hands_of(whose, unit=unit, by=by, now=at), given, at=at)


def _named(each: Answerer) -> Text:
    """By name; whoever is away with whoever gets it instead."""
    if each.away is None:
        return each.name
    given = {"name": each.name, "other": each.away.stand_in_name}
    return say("{name} (away: {other} gets it)", "{name}（不在岗，由{other}接）", **given)


def _seen(request: HttpRequest) -> dict[UUID, int]:
    """What was ticked, or with `all` everything that was shown, each with its version."""
    name = "shown" if "all" in request.POST else "ids"
    return {tick.matter: tick.version for tick in read_ticks(request.POST.getlist(name))}


def _show(
    request: HttpRequest, found: Hands, given: Mapping[str, object], *, at: datetime, status: int = 200
) -> HttpResponse:
    shown = {**given, "found": found, "lines": list(_lines(found.cases, at=at))}
    return render(request, "office/team/hands.html", shown, status=status)


def _lines(cases: Sequence[InHand], *, at: datetime) -> Iterator[Line]:
    places = labels(case.matter.path for case in cases)
    for case in cases:
        matter = case.matter
        yield Line(
            id=f"{matter.pk}.{matter.version}",
            href=address_of(matter.number),
            number=matter.number,
            subject=matter.title,
            place=places.get(matter.path, ""),
            state=badge_of(state_of(matter.kind, matter.state)),
            clock=clock_of(case.clock) if case.clock else None,
            promises=list(_promises(case, at=at)),
            last_said=case.last_said,
        )


def _promises(case: InHand, *, at: datetime) -> Iterator[Words]:
    """What the resident was promised: the day of the answer, more time, the day on the plan."""
    if case.promised:
        when = clock_of(case.promised)
        yield say("To the resident: {when}, {left}", "对居民的时限：{when}，{left}", when=when.words, left=when.left)
    if case.extended:
        yield say("It was given more time once.", "已延期过一次。")
    if case.plan_on:
        yield say("On plan from {day}", "计划从{day}开始办", day=day(case.plan_on, today=localdate(at)))


def _refused(outcome: Outcome, found: Hands) -> list[Refused]:
    numbers = {case.matter.pk: case.matter.number for case in found.cases}
    refused: Mapping[UUID, Refusal] = outcome.refused
    return [Refused(numbers.get(pk, ""), refusal.sentence) for pk, refusal in refused.items()]
