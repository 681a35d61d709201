"""What is done with a mail: filed, added to its matter, noted as a bounce, left alone, or refused in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from linli.domains.delivery.actions import agree_to
from linli.domains.delivery.bouncing import mark_bounced
from linli.domains.delivery.channels import Channel as Way
from linli.domains.delivery.queries import letters_sent
from linli.domains.delivery.reply_addresses import answered
from linli.domains.matters.act import NewFile
from linli.domains.matters.attachments import read_upload
from linli.domains.matters.attachments.attaching import SENT
from linli.domains.matters.attachments.limits import limits_of
from linli.domains.matters.engine import perform
from linli.domains.matters.engine.refusals import NotNow
from linli.domains.matters.models import Matter
from linli.domains.people.actor import ANYONE, Actor
from linli.domains.people.queries import reach
from linli.domains.people.signin.secrets import mark
from linli.domains.people.signin.throttle import Use, spend
from linli.domains.places.queries import mentioned
from linli.domains.places.spots import Spot
from linli.domains.requests.actions import Reporter, report
from linli.domains.requests.importing.actions import place_called
from linli.domains.requests.importing.carrying import pieces
from linli.domains.requests.letterbox.answers import acknowledge, tell_unreachable, tell_why
from linli.domains.requests.letterbox.cutting import own_words
from linli.domains.requests.letterbox.models import Received
from linli.domains.requests.letterbox.reading import Mail
from linli.domains.requests.letterbox.vocabulary import Outcome, Why
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.lifecycle.request import Comment, GiveInformation, Report
from linli.domains.requests.states import INFO_REQUESTED
from linli.domains.requests.vocabulary import Channel
from linli.kernel.refusal import Invalid, Refusal, TooMany

LIMIT = "security.limit.mail_sender"
SUBJECT = re.compile(r"^(?:(?:re|fwd?|aw|回复|答复|转发)\s*[:：]\s*)+", re.I)
HAN = re.compile("[\u3400-\u9fff]")
LOOKED_AT = 2000
"""Characters in which a place is looked for."""
MOST_PIECES = 5
"""Messages that one mail may become, four thousand characters each; the rest is left in the mailbox."""


def known(key: bytes) -> bool:
    """Whether a mail was dealt with before."""
    return Received.objects.filter(pk=key).exists()


def take(mail: Mail, *, at: datetime) -> Outcome:
    """Deals with one mail, once: what is done and that it was done are written together."""
    if mail.bounce is not None:
        return _bounced(mail, at=at)
    if mail.automatic or mail.sender.lower() == str(settings.MAIL_DESK).lower():
        return note(mail.key, Outcome.AUTOMATIC, at=at)
    try:
        spend([Use(LIMIT, mark(LIMIT, mail.sender.lower()))], at=at)
    except TooMany:
        return refuse(mail, Why.TOO_MANY, at=at)
    matter = _answered_matter(mail)
    return _added(mail, matter, at=at) if matter else _filed(mail, at=at)


@transaction.atomic
def refuse(mail: Mail, why: Why, *, at: datetime) -> Outcome:
    """Tells the sender why, once a day at most."""
    if mail.sender and not mail.automatic:
        tell_why(why, sender=mail.sender, language=_language(mail.text or mail.subject), at=at)
    return note(mail.key, Outcome.REFUSED, at=at)


def note(key: bytes, outcome: Outcome, *, at: datetime, matter: UUID | None = None) -> Outcome:
    """Writes down that a mail was dealt with; nothing where it was already."""
    Received.objects.bulk_create([Received(key=key, outcome=outcome, matter_id=matter, at=at)], ignore_conflicts=True)
    return outcome


@transaction.atomic
def _bounced(mail: Mail, *, at: datetime) -> Outcome:
    about = mark_bounced(mail.bounce.sending, status=mail.bounce.status, at=at) if mail.bounce else None
    matter = Matter.objects.filter(pk=about).first() if about else None
    if matter and matter.holder_unit_id:
        tell_unreachable(matter, unit=matter.holder_unit_id, at=at)
    return note(mail.key, Outcome.BOUNCED, at=at, matter=matter.pk if matter else None)


def _answered_matter(mail: Mail) -> Matter | None:
    """The request whose opener was written to and answers now: by the sign in the address, or by the letter named."""
    if (letter := answered(mail.to)) and (matter := _request(letter.matter)) and letter.is_from(_opener(matter)):
        return matter
    for about, recipient in letters_sent(mail.answers):
        if (matter := _request(about)) and recipient == _opener(matter):
            return matter
    return None


def _request(named: UUID) -> Matter | None:
    return Matter.objects.filter(pk=named, kind=REQUEST.kind, opener__isnull=False).first()


def _opener(matter: Matter) -> UUID:
    if matter.opener_id is None:
        raise LookupError("a request that is answered has an opener")
    return matter.opener_id


def _added(mail: Mail, matter: Matter, *, at: datetime) -> Outcome:
    said = own_words(mail.text, answering=True)
    files, _ = _files(mail, at=at)
    if not said and not files:
        return refuse(mail, Why.NOTHING_SAID, at=at)
    by = Actor(person=matter.opener_id, tracks=matter.pk, channel=Channel.EMAIL.value)
    try:
        with transaction.atomic():
            if _claimed(mail, Outcome.ADDED, matter.pk, at=at):
                _say(matter, pieces(said)[:MOST_PIECES], files, by=by, at=at)
    except NotNow:
        return refuse(mail, Why.ENDED, at=at)
    except Invalid:
        if not files:
            raise
        return _added(replace(mail, files=()), matter, at=at)  # the matter has as many files as it may
    return Outcome.ADDED


def _say(matter: Matter, said: Sequence[str], files: Sequence[NewFile], *, by: Actor, at: datetime) -> None:
    """The first words answer what was asked, where something was; the others are messages."""
    first = said[0] if said else str(SENT)
    act = GiveInformation(text=first) if matter.state == INFO_REQUESTED.code else Comment(text=first)
    perform(matter.pk, act, by=by, at=at, files=files)
    for more in said[1:]:
        perform(matter.pk, Comment(text=more), by=by, at=at)


def _filed(mail: Mail, *, at: datetime) -> Outcome:
    said = "\n".join(filter(None, (_subject(mail), own_words(mail.text, answering=False)))).strip()
    files, left_out = _files(mail, at=at)
    if len(said) < 2:
        return refuse(mail, Why.NOTHING_SAID, at=at)
    place = _place(said)
    with transaction.atomic():
        if _claimed(mail, Outcome.FILED, None, at=at):
            _file(mail, pieces(said)[:MOST_PIECES], place, files, left_out=left_out, at=at)
    return Outcome.FILED


def _file(
    mail: Mail, said: Sequence[str], place: Spot, files: Sequence[NewFile], *, left_out: int, at: datetime
) -> None:
    language = _language(said[0])
    reported = report(
        Report(text=said[0], place=place.id),
        by=replace(ANYONE, channel=Channel.EMAIL.value),
        at=at,
        reporter=Reporter(name=mail.name, email=mail.sender, language=language),
        files=files,
    )
    matter, person = reported.matter, reported.matter.opener_id
    Received.objects.filter(pk=mail.key).update(matter=matter)
    for more in said[1:]:
        perform(matter.pk, Comment(text=more), by=Actor(person=person, channel=Channel.EMAIL.value), at=at)
    address = reach([person])[person].email if person else None
    if person is None or address is None:
        raise LookupError("whoever wrote has an address")
    agree_to(Way.EMAIL, recipient=person, address=address, language=language, at=at)
    acknowledge(
        matter=matter.pk,
        number=matter.number,
        person=person,
        address=address,
        code=reported.tracking_code,
        left_out=left_out,
        language=language,
        at=at,
    )


def _claimed(mail: Mail, outcome: Outcome, matter: UUID | None, *, at: datetime) -> bool:
    """Whether this is the first to deal with it; another who just does is waited for."""
    dealt = {"outcome": outcome, "matter_id": matter, "at": at}
    return Received.objects.get_or_create(pk=mail.key, defaults=dealt)[1]


def _subject(mail: Mail) -> str:
    subject = SUBJECT.sub("", mail.subject)
    return "" if subject and subject in mail.text else subject


def _place(said: str) -> Spot:
    """The community or building spoken of, else the place that mails belong to."""
    ground = place_called(settings.MAIL_PLACE)
    return mentioned(said[:LOOKED_AT], within=ground.path) or ground


def _files(mail: Mail, *, at: datetime) -> tuple[list[NewFile], int]:
    """What is kept of the files, and how many could not be taken."""
    taken: list[NewFile] = []
    for octets in mail.files[: limits_of(REQUEST.kind, at=at).count]:
        try:
            taken.append(read_upload(SimpleUploadedFile("mailed", octets), kind=REQUEST.kind, at=at))
        except Refusal:
            continue
    return taken, len(mail.files) - len(taken)


def _language(said: str) -> str:
    return "zh-hans" if HAN.search(said) or not said else "en"
