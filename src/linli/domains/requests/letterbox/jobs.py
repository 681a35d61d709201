"""The job that goes through the request desk's mailbox every minute, where one is set."""

from __future__ import annotations

import logging

from django.conf import settings

from linli.domains.requests.letterbox.emptying import empty_letterbox
from linli.domains.requests.letterbox.fetching import Unreachable
from linli.kernel.jobs import job

LOG = logging.getLogger(__name__)


@job("letterbox.empty", every="* * * * *", retry=0)
def read_mail() -> None:
    """What cannot be read now waits in the mailbox for the next minute; `linli check` says since when."""
    if not (settings.IMAP_URL and settings.MAIL_DESK):
        return
    try:
        empty_letterbox()
    except Unreachable as error:
        LOG.warning("the mailbox cannot be read: %s", error)
