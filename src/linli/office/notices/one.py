"""The page of one notice: its words with what the check marked, its versions, its review, what can be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from linli.design.differing import Piece, differing
from linli.domains.matters.queries import Button, acts_for, clocks_of, linked_to, timeline
from linli.domains.notices.checking import Mark
from linli.domains.notices.lifecycle.drafting import Revise
from linli.domains.notices.lifecycle.reviewing import Approve
from linli.domains.notices.queries import DraftSeen, see_draft
from linli.domains.notices.rights import WRITE
from linli.domains.notices.states import OUT, STANDING
from linli.domains.notices.vocabulary import Decision, NoticeType
from linli.domains.people.actor import Actor
from linli.domains.places.queries import labels
from linli.kernel.lifecycle.forms import TransitionForm, form_for
from linli.kernel.words import Words
from linli.office.door import staff_only
from linli.office.matter.story import story
from linli.office.showing import badge_of, named_clock, state_of

OWN_FORM = (Approve.verb(), Revise.verb())
"""Acts with a form of their own on this page, or a page of their own."""


@dataclass(frozen=True)
class Passage:
    """A stretch of a draft; `mark` where the check found something."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True)
class Part:
    """One of the fields of a draft, cut at its marks, and compared with the version before."""

    name: Words
    passages: Sequence[Passage]
    before: Sequence[Piece]
    after: Sequence[Piece]


@dataclass(frozen=True)
class Decided:
    """One mark to decide: the text it stands in, and what was chosen."""

    mark: Mark
    value: str
    around: tuple[str, str]
    chosen: str


@require_GET
@staff_only
def one(request: HttpRequest, number: str, *, by: Actor, at: datetime) -> HttpResponse:
    """The page."""
    return show(request, number, by=by, at=at)


def show(
    request: HttpRequest,
    number: str,
    *,
    by: Actor,
    at: datetime,
    form: TransitionForm | None = None,
    decisions: Mapping[str, str] | None = None,
    refusal: Words | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page with what was typed, where an act was refused."""
    seen = see_draft(number, by=by, at=at)
    matter = seen.matter
    acts = acts_for(matter, by=by, now=at)
    verbs = {act.verb for act in acts}
    moments = timeline(matter, staff=True)
    given: dict[str, Any] = {
        "seen": seen,
        "matter": matter,
        "type": NoticeType(seen.notice.type).words,
        "state": badge_of(state_of(matter.kind, matter.state)),
        "meaning": state_of(matter.kind, matter.state).meaning,
        "places": list(labels(seen.paths).values()),
        "parts": list(_parts(seen)),
        "revised": len(seen.versions) > 1,
        "may_edit": Revise.verb() in verbs,
        "may_correct": matter.state in _codes(STANDING) and by.may(WRITE.code, at_place=matter.path),
        "out": matter.state in _codes(OUT),
        "reviewing": Approve.verb() in verbs,
        "decided": [_decided(mark, seen, decisions or {}) for mark in seen.marks],
        "choices": list(Decision),
        "ticks": [(name, Approve.details()[name].words) for name in ("facts", "secrecy", "personal")],
        "forms": [_form(act, form) for act in acts if act.verb not in OWN_FORM],
        "clocks": [named_clock(each) for each in clocks_of(matter, now=at) if each.stopped_at is None],
        "links": linked_to(matter, by=by),
        "page": {"slips": story(moments, {}, number=matter.number), "originals": {}},
        "refusal": refusal,
    }
    return render(request, "office/notices/one.html", given, status=status)


def _form(act: Button, sent: TransitionForm | None) -> tuple[Button, TransitionForm]:
    if sent is not None and sent.transition is act.transition:
        return act, sent
    return act, form_for(act.transition, choices=lambda source: ())(auto_id=f"{act.verb}_%s")


def _codes(states: Sequence[Any]) -> set[str]:
    return {state.code for state in states}


def _parts(seen: DraftSeen) -> Iterator[Part]:
    names = Revise.details()
    for field, text in seen.words.items():
        before, after = differing(seen.earlier.get(field, ""), text) if seen.earlier else ([], [])
        yield Part(
            names[field].words, list(_passages(text, [m for m in seen.marks if m.field == field])), before, after
        )


def _passages(text: str, marks: Sequence[Mark]) -> Iterator[Passage]:
    at = 0
    for mark in marks:
        if mark.start > at:
            yield Passage(text[at : mark.start])
        yield Passage(text[mark.start : mark.end], mark)
        at = mark.end
    if at < len(text):
        yield Passage(text[at:])


def _decided(mark: Mark, seen: DraftSeen, decisions: Mapping[str, str]) -> Decided:
    text = seen.words[mark.field]
    around = text[max(0, mark.start - 10) : mark.start], text[mark.end : mark.end + 10]
    return Decided(mark, text[mark.start : mark.end], around, decisions.get(mark.key, ""))
