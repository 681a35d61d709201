"""The conversation: what is the matter, where, yes; each message once, each answer at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from linli.domains.delivery.actions import agree_to, end_contact
from linli.domains.delivery.channels import Channel
from linli.domains.matters.models import Matter
from linli.domains.people.actions import register_person
from linli.domains.people.actor import ANYONE, Actor
from linli.domains.places.models import Place
from linli.domains.requests.actions import report
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.lifecycle.request import Report
from linli.domains.requests.talking import words as told
from linli.domains.requests.talking.jobs import attach_pictures
from linli.domains.requests.talking.links import link_to
from linli.domains.requests.talking.message import ChatMessage
from linli.domains.requests.talking.models import Step, Talk
from linli.domains.requests.talking.placing import called, communities, named_in
from linli.kernel.jobs import later, once
from linli.kernel.lifecycle.details import MAX_TEXT
from linli.kernel.vault import Basis, Opener, Plain, Purpose, open_values, seal
from linli.kernel.vault.blind import blind
from linli.kernel.words import Words

CHANNEL = "wechat"
ASKS = {"进度", "查进度", "查询", "查询进度", "progress"}
ENDS = {"0", "取消", "cancel"}
YES, ELSEWHERE = {"1", "是", "确认", "好", "yes"}, {"2", "换地点"}
MOST_PICTURES, MOST_A_DAY = 9, 10
OPENER = Opener(account=None, person=None, label="chat")


@transaction.atomic
def answer(message: ChatMessage, *, at: datetime) -> Words | None:
    """What to answer; None where nothing is to be said, or this message was heard before."""
    with once(f"{CHANNEL}:{message.id}") as first:
        if not first:
            return None
        talk = _talk(message.address, at=at)
        talk.heard_at = at
        said = _heard(talk, message, at=at)
        talk.save()
        return said


def _talk(address: str, *, at: datetime) -> Talk:
    """The conversation of this address, its row held; whoever writes first becomes a person without a name."""
    key = blind("chat.address", address.encode().hex())
    talk = Talk.objects.select_for_update().filter(pk=key).first()
    if talk is not None:
        return talk
    person = register_person(by=replace(ANYONE, channel=CHANNEL), at=at)
    (sealed,) = seal(owner=person, values=[Plain("wechat", address)], at=at)
    return Talk.objects.create(key=key, person_id=person, address=sealed, heard_at=at)


def _heard(talk: Talk, message: ChatMessage, *, at: datetime) -> Words | None:
    match message.what:
        case "follows":
            return told.WELCOME
        case "leaves":
            end_contact(Channel.WECHAT, recipient=talk.person_id, at=at)
            return None
        case "nothing":
            return None
        case "picture":
            return _picture(talk, message.picture)
        case "text":
            return _text(talk, message.text.strip(), at=at)
        case _:
            return told.NOT_UNDERSTOOD


def _text(talk: Talk, text: str, *, at: datetime) -> Words:
    if text.casefold() in ASKS:
        return _stands(talk)
    if text.casefold() in ENDS and talk.step != Step.WHAT:
        _forget(talk)
        return told.CANCELLED
    return STEPS[Step(talk.step)](talk, text, at)


def _what(talk: Talk, text: str, at: datetime) -> Words:
    """The words are kept sealed; the place they name is offered at once."""
    if len(text) < 2:
        return told.TOO_SHORT
    if len(text) > MAX_TEXT:
        return told.TOO_LONG
    if "\x00" in text:
        return told.NOT_UNDERSTOOD
    since = at - timedelta(days=1)
    if Matter.objects.filter(opener=talk.person_id, opened_at__gt=since).count() >= MOST_A_DAY:
        return told.TOO_MANY.fill(most=MOST_A_DAY)
    (talk.words,) = seal(owner=talk.person_id, values=[Plain("text.draft", text)], at=at)
    place = named_in(text)
    return _confirm(talk, place, text) if place else _offer(talk, communities())


def _where(talk: Talk, text: str, at: datetime) -> Words:
    """A number of the list, or a name."""
    if text.isdecimal() and 0 < int(text[:4]) <= len(talk.offered):
        chosen = talk.offered[int(text[:4]) - 1]
    else:
        found = called(text)
        if len(found) > 1:
            return _offer(talk, list(Place.objects.filter(pk__in=[spot.id for spot in found]).order_by("path")))
        if not found:
            return _offer(talk, communities(), told.NO_SUCH_PLACE)
        chosen = found[0].id
    return _confirm(talk, Place.objects.get(pk=chosen), _words(talk, at=at))


def _yes(talk: Talk, text: str, at: datetime) -> Words:
    if text.casefold() in ELSEWHERE:
        return _offer(talk, communities())
    return _file(talk, at=at) if text.casefold() in YES else told.AGAIN


STEPS: dict[Step, Callable[[Talk, str, datetime], Words]] = {Step.WHAT: _what, Step.WHERE: _where, Step.YES: _yes}


def _offer(talk: Talk, places: Sequence[Place], asking: Words = told.WHERE) -> Words:
    talk.step, talk.offered = Step.WHERE, [place.pk for place in places]
    lines = "\n".join(f"{number} {place.name}" for number, place in enumerate(places, 1))
    return asking.fill(places=lines)


def _confirm(talk: Talk, place: Place, text: str) -> Words:
    talk.step, talk.place = Step.YES, place
    short = text if len(text) <= 60 else f"{text[:60]}…"
    return told.CONFIRM.fill(place=place.name, words=short)


def _file(talk: Talk, *, at: datetime) -> Words:
    """It is sent as any report is; how it goes is told to this address from now on, until its owner leaves."""
    details = Report(text=_words(talk, at=at), place=talk.place_id)
    matter = report(details, by=Actor(person=talk.person_id, channel=CHANNEL), at=at).matter
    agree_to(Channel.WECHAT, recipient=talk.person_id, address=talk.address, at=at)
    _send_pictures(matter.pk, talk.pictures)
    _forget(talk)
    talk.request = matter
    return told.FILED.fill(number=matter.number, link=link_to(matter.pk))


def _picture(talk: Talk, media: str) -> Words:
    """With what is being written it goes along; after that, to what was reported last and is open."""
    if talk.step == Step.WHAT and talk.request and talk.request.closed_at is None:
        _send_pictures(talk.request_id, [media])
        return told.PICTURE_SENT.fill(number=talk.request.number)
    if len(talk.pictures) >= MOST_PICTURES:
        return told.TOO_MANY_PICTURES
    talk.pictures = [*talk.pictures, media]
    return told.PICTURE_KEPT if talk.step == Step.WHAT else told.PICTURE_ADDED


def _send_pictures(matter: UUID | None, pictures: Sequence[str]) -> None:
    for media in pictures:
        later(attach_pictures, matter=str(matter), media=media)


def _stands(talk: Talk) -> Words:
    if talk.request is None:
        return told.NONE_YET
    state = REQUEST.by_code[talk.request.state]
    return told.STANDS.fill(
        number=talk.request.number, state=state.words, meaning=state.meaning, link=link_to(talk.request.pk)
    )


def _words(talk: Talk, *, at: datetime) -> str:
    if talk.words is None:
        raise LookupError("a conversation past its first step holds words")
    opened = open_values([talk.words], by=OPENER, purpose=Purpose.RESOLVE, basis=Basis.CONSENT, matter=None, at=at)
    return str(opened[talk.words])


def _forget(talk: Talk) -> None:
    talk.step, talk.words, talk.place, talk.offered, talk.pictures = Step.WHAT, None, None, [], []
