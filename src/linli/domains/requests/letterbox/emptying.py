"""Going through the mailbox: each new mail read, dealt with, marked there; how far one got is kept after each."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django.utils.timezone import localdate

from linli.domains.matters.engine.refusals import StorageFull
from linli.domains.people.signin.secrets import mark
from linli.domains.requests.letterbox.fetching import Box, Fetched, Unreachable, box_name, open_box
from linli.domains.requests.letterbox.models import Mailbox
from linli.domains.requests.letterbox.reading import Mail, read_mail
from linli.domains.requests.letterbox.taking import known, note, refuse, take
from linli.domains.requests.letterbox.vocabulary import Outcome, Why
from linli.kernel.postgres import absence

LOG = logging.getLogger(__name__)
ELSEWHERE = timedelta(days=1)
"""A server compares days in its own time zone, where it may still be the day before."""
TAKEN = (Outcome.FILED, Outcome.ADDED, Outcome.BOUNCED)
"""What is shown as read in the mailbox; the rest stays unread for whoever looks there."""


def empty_letterbox() -> int:
    """Deals with every new mail; how many. Raises Unreachable where the server cannot be used, and remembers it."""
    try:
        return _emptied()
    except Unreachable:
        now = timezone.now()
        away, _ = Mailbox.objects.get_or_create(pk=_key(box_name(settings.IMAP_URL)), defaults={"began_at": now})
        Mailbox.objects.filter(pk=away.pk, away_since=None).update(away_since=now)
        raise


def away_since() -> datetime | None:
    """Since when the mailbox's server is not to be reached; None while it is."""
    named = Mailbox.objects.filter(pk=_key(box_name(settings.IMAP_URL)))
    return named.values_list("away_since", flat=True).first()


def _emptied() -> int:
    dealt = 0
    with open_box(settings.IMAP_URL) as box:
        read = _read_so_far(box, at=timezone.now())
        for fetched in box.since(read.last, day=localdate(read.began_at) - ELSEWHERE):
            outcome = _deal(fetched, at=timezone.now())
            _mark(box, fetched.number, outcome)
            Mailbox.objects.filter(pk=read.pk).update(last=fetched.number)
            dealt += 1
    return dealt


def _read_so_far(box: Box, *, at: datetime) -> Mailbox:
    """How far this mailbox was read; from its beginning where the server numbered its mails anew."""
    begun = {"validity": box.validity, "began_at": at}
    read, _ = Mailbox.objects.get_or_create(pk=_key(box.name), defaults=begun)
    if read.validity != box.validity:
        read.validity, read.last = box.validity, 0
    read.away_since = None
    read.save()
    return read


def _key(name: str) -> UUID:
    return mark("letterbox", name)


def _deal(fetched: Fetched, *, at: datetime) -> Outcome | None:
    """What became of it now; None where it was dealt with before."""
    try:
        mail = read_mail(fetched.raw)
        if known(mail.key):
            return None
        return take(mail, at=at) if fetched.whole else _too_large(mail, at=at)
    except StorageFull:
        raise
    except Exception as error:  # whatever a hostile mail makes a reader raise, the next one is still read
        if absence(error):  # all mails would fail alike: they wait where they are
            raise
        LOG.warning("a mail could not be read: %s", type(error).__name__)
        return Outcome.UNREADABLE


def _too_large(mail: Mail, *, at: datetime) -> Outcome:
    """Of such a mail only the headers are here, so its words are nobody's business."""
    if mail.automatic:
        return note(mail.key, Outcome.AUTOMATIC, at=at)
    return refuse(replace(mail, text="", files=()), Why.TOO_LARGE, at=at)


def _mark(box: Box, number: int, outcome: Outcome | None) -> None:
    if outcome in TAKEN or outcome is None:
        box.mark_seen(number)
    elif outcome is Outcome.UNREADABLE:
        box.flag(number)
