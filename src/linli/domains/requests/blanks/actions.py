"""Printing blank forms and posters for a place, and typing a form in: once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.domains.matters.engine import NewFile
from linli.domains.matters.seeing import visible_to
from linli.domains.people.actor import Actor
from linli.domains.people.queries import names_of, to_call
from linli.domains.people.rights import ACT_FOR, require
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.queries import get, label
from linli.domains.places.spots import Spot
from linli.domains.requests.actions.report import Reported, Reporter, report
from linli.domains.requests.blanks.leaves import form_leaves, poster
from linli.domains.requests.blanks.models import PaperForm
from linli.domains.requests.blanks.numbers import number_of
from linli.domains.requests.blanks.queries import form_in
from linli.domains.requests.blanks.refusals import TypedAlready, not_handed_out, too_many
from linli.domains.requests.lifecycle.request import Report
from linli.domains.requests.vocabulary import Channel
from linli.kernel.papers import typeset

MOST = 50
"""Copies printed at once."""
HOTLINE = "12345"
"""Whom to call where the community has no number of its own."""
PLACES = (PlaceKind.COMMUNITY, PlaceKind.GRID, PlaceKind.BUILDING)


@transaction.atomic
def print_forms(place: UUID, *, copies: int, link: str, by: Actor, language: str, at: datetime) -> bytes:
    """So many blank forms for the place as one PDF, each with its own number; `link` opens the report there."""
    spot = _handed_out(place, by=by)
    if not 1 <= copies <= MOST:
        raise too_many(MOST)
    given = {"place_id": spot.id, "printed_by_id": by.account, "printed_at": at}
    forms = PaperForm.objects.bulk_create([PaperForm(**given) for _ in range(copies)])
    paper = form_leaves(
        [number_of(form.pk) for form in forms],
        place=label(spot.path),
        unit=names_of([unit := _unit(spot, by)])[unit],
        link=link,
        language=language,
    )
    return typeset(paper, at=at)


def print_poster(place: UUID, *, link: str, by: Actor, language: str, at: datetime) -> bytes:
    """A page for the wall: the code that opens the report for this place, and what to do without a telephone."""
    spot = _handed_out(place, by=by)
    near = to_call(spot.path)
    paper = poster(place=label(spot.path), phone=near.phone if near else HOTLINE, link=link, language=language)
    return typeset(paper, at=at)


@transaction.atomic
def report_from_paper(
    form: int, details: Report, *, by: Actor, at: datetime, reporter: Reporter, files: Sequence[NewFile] = ()
) -> Reported:
    """Files what stands on a paper form. `TypedAlready` where it was filed before, by anybody: nothing is doubled."""
    paper = form_in(form, by=by, locked=True)
    if paper.matter_id is not None:
        raise TypedAlready(visible_to(by).filter(pk=paper.matter_id).values_list("number", flat=True).first() or "")
    done = report(details, by=replace(by, channel=Channel.PAPER), at=at, reporter=reporter, files=files)
    paper.matter = done.matter
    paper.save(update_fields=["matter"])
    return done


def _handed_out(place: UUID, *, by: Actor) -> Spot:
    spot = get(place)
    require(by, ACT_FOR, at_place=spot.path)
    if spot.kind not in PLACES or not spot.active:
        raise not_handed_out(spot.words)
    return spot


def _unit(spot: Spot, by: Actor) -> UUID:
    """The unit that asks for what is written on the form: the nearest in which its printer files for residents."""
    held = [post for post in by.posts if ACT_FOR.code in post.rights and spot.path.startswith(post.area)]
    return max(held, key=lambda post: len(post.area)).organisation
