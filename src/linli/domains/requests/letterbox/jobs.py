"""The job that goes through the request desk's mailbox every minute, where one is set."""

from __future__ import annotations

from django.conf import settings

from linli.domains.requests.letterbox.emptying import empty_letterbox
from linli.kernel.jobs import job


@job("letterbox.empty", every="* * * * *", retry=0)
def read_mail() -> None:
    """What fails now waits in the mailbox for the next minute; the failed job is there for people to see."""
    if settings.IMAP_URL and settings.MAIL_DESK:
        empty_letterbox()
