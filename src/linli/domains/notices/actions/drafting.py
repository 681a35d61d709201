"""Writing: the draft's row, its audience, and what the check marks in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from linli.domains.holdings.queries import count_homes
from linli.domains.matters.engine import Act, open_within
from linli.domains.matters.engine import Draft as Drafted
from linli.domains.matters.engine.wording import first_words
from linli.domains.matters.models import Matter
from linli.domains.notices import rights
from linli.domains.notices.audience import audience_places
from linli.domains.notices.checking import marks_in
from linli.domains.notices.kinds import NOTICES
from linli.domains.notices.lifecycle.drafting import Draft, Revise, Written
from linli.domains.notices.models import Audience, Notice
from linli.domains.notices.refusals import beyond_its_place
from linli.domains.notices.residents import residents_named
from linli.domains.notices.templates import BLANK
from linli.domains.notices.wording import FIELDS
from linli.domains.people.actor import Actor
from linli.domains.places.models import Place
from linli.kernel.vault.masking import mask_text


@transaction.atomic
def begin(details: Draft, *, by: Actor, at: datetime) -> Matter:
    """Begins a notice."""
    return open_within(NOTICES.life.kind, [Drafted(details=details)], by=by, at=at)[0].matter


@NOTICES.upon(Draft)
def _of_which_body(acts: Sequence[Act]) -> None:
    """It is announced by the unit for which its writer writes there."""
    for act in acts:
        posts = (post for post in act.by.posts if rights.WRITE.code in post.rights)
        act.matter.holder_unit_id = next(
            (post.organisation for post in posts if act.matter.path.startswith(post.area)), None
        )
        _note(act, act.given(Draft))


@NOTICES.upon(Revise)
def _by_whom(acts: Sequence[Act]) -> None:
    for act in acts:
        _note(act, act.given(Revise))


@NOTICES.after(Draft)
def _write(acts: Sequence[Act]) -> None:
    for act in acts:
        details = act.given(Draft)
        corrects = act.matter.facts.get("corrects_id")
        notice = Notice.objects.create(matter=act.matter, type=details.type.value, corrects_id=corrects)
        _fill(notice, act, audience_places(details.places))


@NOTICES.after(Revise)
def _rewrite(acts: Sequence[Act]) -> None:
    for act in acts:
        places = audience_places(act.given(Revise).places)
        if not all(place.path.startswith(act.matter.path) for place in places):
            raise beyond_its_place()
        notice = Notice.objects.get(pk=act.matter.pk)
        _fill(notice, act, places)
        Matter.objects.filter(pk=notice.pk).update(title=first_words(mask_text(act.given(Revise).title).text))


def _fill(notice: Notice, act: Act, places: Sequence[Place]) -> None:
    """What both a first and a later version leave on the row."""
    details: Any = act.details
    notice.period, notice.until, notice.publish_at = details.period, details.until, details.publish_at
    paths, words = [place.path for place in places], _words(details)
    notice.marks = [mark.kept() for mark in marks_in(words, known_names=residents_named(words.values(), paths))]
    notice.households = count_homes(paths)
    notice.save()
    Audience.objects.filter(notice=notice).delete()
    Audience.objects.bulk_create([Audience(notice=notice, place=place, path=place.path) for place in places])


def _words(details: Written) -> dict[str, str]:
    return {field: text for field in FIELDS if (text := getattr(details, field))}


def _note(act: Act, details: Written) -> None:
    """Who wrote in it, and whether a template's blank was left open."""
    authors = set(act.matter.facts.get("authors", ()))
    act.matter.facts["authors"] = sorted(authors | {str(act.by.account)})
    act.matter.facts["blanks"] = any(BLANK in text for text in _words(details).values())
