"""Takes in what the city says of its orders: new ones are opened, changed ones noted, the rest leaves all as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.db import connection, transaction

from linli.domains.matters.engine import Draft, open_within, perform
from linli.domains.matters.models import Matter
from linli.domains.people.actions import find_or_register
from linli.domains.people.actor import SYSTEM
from linli.domains.places.spots import Spot
from linli.domains.requests.hotline.changes import changes, contradiction
from linli.domains.requests.hotline.models import Line, Order
from linli.domains.requests.hotline.reading import CityOrder
from linli.domains.requests.hotline.refusals import nowhere
from linli.domains.requests.hotline.vocabulary import Heard, Standing
from linli.domains.requests.importing.actions import place_called
from linli.domains.requests.importing.carrying import pieces
from linli.domains.requests.importing.learning import OTHER, categories_of
from linli.domains.requests.importing.placing import places_called
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.lifecycle.hotline import CityTookBack, HearCity
from linli.domains.requests.lifecycle.request import Report, Supervise
from linli.domains.requests.states import OPEN, RECEIVED, UNANSWERED
from linli.kernel.refusal import Refusal

CITY = replace(SYSTEM, channel="hotline")
"""The city, speaking through its machine."""

CITY_12345 = "12345"
HOTLINE_FACT = "hotline"
"""The fact of a request that holds the city's number."""

_LOCKS = 0x31323334
"""Space of the advisory locks by which two calls about one order follow each other."""
_ACTED_ON = {state.code for state in OPEN}
_WAITED_FOR = {state.code for state in (RECEIVED, *UNANSWERED)}


@transaction.atomic
def hear(order: CityOrder, *, at: datetime) -> tuple[Heard, Matter]:
    """Takes in one word of the city about one order; says what it was, and the request it is about."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [_LOCKS, order.number])
    Line.objects.update_or_create(pk=CITY_12345, defaults={"heard_at": at})
    known = Order.objects.select_related("matter").filter(number=order.number).first()
    if known is None:
        return Heard.OPENED, _open(order, at=at)
    heard = _compare(known, order)
    _keep(known, order, heard, at=at)
    return heard, known.matter


def _compare(known: Order, order: CityOrder) -> Heard:
    same = known.parts == order.parts
    if order.sequence < known.sequence:
        return Heard.LATE
    if same or (order.sequence == known.sequence and known.against == _whole(order)):
        return Heard.REPEATED
    return Heard.UPDATED if order.sequence > known.sequence else Heard.CONTRADICTED


def _keep(known: Order, order: CityOrder, heard: Heard, *, at: datetime) -> None:
    match heard:
        case Heard.LATE:
            known.late += 1
        case Heard.REPEATED:
            known.repeats += 1
            known.sequence = max(known.sequence, order.sequence)
        case Heard.CONTRADICTED:
            known.contradictions += 1
            known.against = _whole(order)
            for note in contradiction(order):
                perform(known.matter_id, HearCity(note=note), by=CITY, at=at)
        case _:
            known.updates += 1
            _update(known, order, at=at)
    known.heard_at = at
    known.save()


def _whole(order: CityOrder) -> str:
    return "".join(digest[:12] for _, digest in sorted(order.parts.items()))


def _open(order: CityOrder, *, at: datetime) -> Matter:
    """A new request, of whoever called, at the time they called; beside our clocks the city's own."""
    first, *more = pieces(order.text)
    matter = open_within(REQUEST.kind, [_draft(order, first, at=at)], by=CITY, at=at)[0].matter
    Order.objects.create(
        matter=matter,
        number=order.number,
        sequence=order.sequence,
        parts=order.parts,
        standing=order.standing,
        sign_for_by=order.sign_for_by,
        answer_by=order.answer_by,
        opened_at=at,
        heard_at=at,
    )
    deadlines = HearCity(sign_for_by=order.sign_for_by, answer_by=order.answer_by)
    for word in (deadlines, *(HearCity(text=piece) for piece in more)):
        perform(matter.pk, word, by=CITY, at=at)
    _act_on(order.standing, matter, at=at)
    matter.refresh_from_db()
    return matter


def _draft(order: CityOrder, text: str, *, at: datetime) -> Draft:
    ground = _ground()
    known = places_called([order.area], within=ground.path) if order.area else {}
    details = Report(
        text=text,
        place=known.get(order.area, ground.id),
        category=categories_of({order.category}).get(order.category, OTHER) if order.category else OTHER,
        kind=order.kind,
        urgency=order.urgency,
        confidential=order.confidential,
    )
    return Draft(
        details=details,
        opener=find_or_register(name=order.name, phone=order.phone, by=CITY, at=at),
        known_names=(order.name,) if order.name else (),
        at=order.sent_at,
        extra={"facts": {HOTLINE_FACT: order.number}},
    )


def _update(known: Order, order: CityOrder, *, at: datetime) -> None:
    """What changed is told beside what stands; only the city's own clocks move."""
    matter, changed = known.matter, {part for part, words in order.parts.items() if known.parts.get(part) != words}
    counts = matter.state in _WAITED_FOR and "deadlines" in changed
    text = pieces(order.text) if "text" in changed else [""]
    word = HearCity(
        text=text[0],
        note=changes(order, changed),
        sign_for_by=order.sign_for_by if counts and matter.state == RECEIVED.code else None,
        answer_by=order.answer_by if counts else None,
    )
    for each in (word, *(HearCity(text=piece) for piece in text[1:])):
        perform(matter.pk, each, by=CITY, at=at)
    known.parts, known.sequence, known.against = order.parts, order.sequence, ""
    known.sign_for_by, known.answer_by = order.sign_for_by, order.answer_by
    known.standing = order.standing
    if "standing" in changed:
        _act_on(order.standing, matter, at=at)


def _act_on(standing: Standing, matter: Matter, *, at: datetime) -> None:
    """What a standing asks of us: urging is supervised, taking back ends the city's clocks; the rest people decide."""
    if standing == Standing.URGED and matter.state in _ACTED_ON:
        perform(matter.pk, Supervise(), by=CITY, at=at)
    if standing in (Standing.REVOKED, Standing.ENDED):
        perform(matter.pk, CityTookBack(), by=CITY, at=at)


def _ground() -> Spot:
    """Where orders belong that name no place of ours."""
    try:
        return place_called(settings.HOTLINE_PLACE)
    except Refusal as refusal:
        raise nowhere() from refusal
