"""What follows a message: its pictures are fetched, and an answer that came too late is sent after it."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from linli.domains.delivery.sms.answers import NotSent
from linli.domains.delivery.wechat.client import account
from linli.domains.matters.attachments import attach, read_uploads
from linli.domains.matters.models import Matter
from linli.domains.people.actor import Actor
from linli.domains.requests.talking import words as told
from linli.domains.requests.talking.models import Talk
from linli.kernel.jobs import job, later, once
from linli.kernel.refusal import Refusal
from linli.kernel.vault import Basis, Opener, Plain, Purpose, open_values, seal
from linli.kernel.words import Words

OPENER = Opener(account=None, person=None, label="chat")


@job("talking.attach_pictures")
def attach_pictures(*, matter: str, media: str) -> None:
    """Fetches one picture and adds it to the request once; what cannot be kept is said in the chat."""
    row = Matter.objects.filter(pk=matter, opener__isnull=False).first()
    there, at = account(), timezone.now()
    if row is None or there is None:
        return
    try:
        content = there.picture(media, at=at)
        with once(f"talking.picture:{media}") as first:
            if first:
                file = SimpleUploadedFile("picture", content)
                by = Actor(person=row.opener_id, channel="wechat")
                attach(row.pk, read_uploads([file], kind=row.kind, at=at), by=by, at=at)
    except NotSent as answer:
        if answer.again_in is not None:
            raise
    except Refusal as refusal:
        say_to(UUID(str(row.opener_id)), told.NO_PICTURE.fill(why=refusal.sentence))


@job("talking.say")
def say_sealed(*, person: str, words: str) -> None:
    """Sends sealed words to whoever they are for, while the conversation is open."""
    talk, there, at = Talk.objects.filter(person=UUID(person)).first(), account(), timezone.now()
    if talk is None or there is None:
        return
    refs = [talk.address, UUID(words)]
    opened = open_values(refs, by=OPENER, purpose=Purpose.DELIVER, basis=Basis.CONSENT, matter=None, at=at)
    try:
        there.say(to=str(opened[talk.address]), text=str(opened[UUID(words)]), at=at)
    except NotSent as answer:
        if answer.again_in is not None:
            raise


def say_to(person: UUID, words: Words) -> None:
    """Has it said once this transaction commits; until then the words lie sealed."""
    plain = Plain("text.answer", words.in_language(settings.LANGUAGE_CODE))
    (ref,) = seal(owner=person, values=[plain], at=timezone.now())
    later(say_sealed, person=person, words=ref)
