"""Bulk acts: one act that is possible for all that is ticked, one form, and what came of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from linli.domains.matters.engine import Move, perform_many
from linli.domains.matters.queries import Button, Matter, acts_for, choices_for_all, get_many
from linli.domains.people.actor import Actor
from linli.kernel.lifecycle.forms import TransitionForm, form_for, initial_of
from linli.kernel.refusal import Invalid, Refusal
from linli.kernel.words import Words, say
from linli.office.door import staff_only
from linli.office.lines import address_of

MOST = 200
TEMPLATE = "office/worklist/bulk.html"


@dataclass(frozen=True)
class Tick:
    """A ticked row: the matter and the version that was seen."""

    matter: UUID
    version: int


@dataclass(frozen=True)
class Refused:
    """What was not done, and why."""

    number: str
    href: str
    sentence: Words


@require_POST
@staff_only
def bulk(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """Shows the acts possible for all ticked; with `go` performs the chosen one on each that still allows it."""
    ticks = read_ticks(request.POST.getlist("ids"))
    matters = get_many([tick.matter for tick in ticks], by=by)
    acts = common_acts(matters, by=by, now=at)
    chosen = next((act for act in acts if act.verb == request.POST.get("verb")), acts[0] if acts else None)
    given = {"ids": request.POST.getlist("ids"), "matters": matters, "acts": acts, "chosen": chosen}
    if chosen is None:
        return _show(request, given, status=200 if not matters else 409)
    made = form_for(chosen.transition, choices=choices_for_all(matters))
    if "go" not in request.POST:
        return _show(request, {**given, "form": made(initial=dict(initial_of(chosen.transition)))})
    form = made(request.POST)
    moves = _moves(form, ticks)
    if moves is None:
        return _show(request, {**given, "form": form}, status=422)
    outcome = perform_many(moves, by=by, at=at)
    refused = _refused(outcome.refused, matters)
    answer = _show(request, {**given, "done": len(outcome.done), "refused": refused})
    answer["HX-Trigger"] = "acted"
    return answer


def read_ticks(given: Sequence[str]) -> list[Tick]:
    """The ticks as the table sent them: `id.version`."""
    try:
        pairs = [value.partition(".") for value in given]
        ticks = [Tick(UUID(matter), int(version)) for matter, _, version in pairs]
    except ValueError:
        raise Invalid(
            say("These ticks are not ours. Load the list again.", "勾选的内容不对，请刷新列表后重选。")
        ) from None
    if len(ticks) > MOST:
        raise Invalid(say("Tick at most {most} at a time.", "一次最多勾选 {most} 件。", most=MOST))
    return ticks


def common_acts(matters: Sequence[Matter], *, by: Actor, now: datetime) -> list[Button]:
    """Acts open to the actor on every one of them, the likeliest first."""
    if len({matter.kind for matter in matters}) != 1:
        return []
    first, *others = (acts_for(matter, by=by, now=now) for matter in matters)
    everywhere = set.intersection(*({act.verb for act in acts} for acts in (first, *others)))
    return [act for act in first if act.verb in everywhere]


def _moves(form: TransitionForm, ticks: Sequence[Tick]) -> list[Move] | None:
    """The same details for each; None where the form has something to mend."""
    if not form.is_valid():
        return None
    try:
        details = form.details()
    except Invalid:
        return None
    return [Move(matter=tick.matter, details=details, version=tick.version) for tick in ticks]


def _refused(refused: dict[UUID, Refusal], matters: Sequence[Matter]) -> list[Refused]:
    numbers = {matter.pk: matter.number for matter in matters}
    return [
        Refused(numbers.get(matter, ""), address_of(numbers[matter]) if matter in numbers else "", refusal.sentence)
        for matter, refusal in refused.items()
    ]


def _show(request: HttpRequest, given: dict[str, object], status: int = 200) -> HttpResponse:
    template = f"{TEMPLATE}#panel" if request.headers.get("HX-Request") else TEMPLATE
    answer = render(request, template, given, status=status)
    if status != 200:
        answer["HX-Retarget"], answer["HX-Reswap"] = "#open", "innerHTML"
    return answer
