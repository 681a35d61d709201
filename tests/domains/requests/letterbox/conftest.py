"""A mailbox with a server before it, and the post that leaves in answer."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from django.core import mail
from django.utils import timezone
from tests.domains.requests.letterbox.imap import PASSWORD, USER, Mailbox, serving
from tests.domains.requests.letterbox.mails import DESK

from linli.domains.delivery import claims
from linli.domains.delivery.post import post
from linli.domains.requests.letterbox.emptying import empty_letterbox


@pytest.fixture(autouse=True)
def own_vault(tmp_path, settings):
    settings.KEYS, settings.HOME, settings.FILES = tmp_path / "keys", tmp_path, tmp_path / "files"


@pytest.fixture
def box(settings):
    """The mailbox, answered for on a socket that the settings name."""
    lying = Mailbox()
    with serving(lying) as port:
        settings.IMAP_URL = f"imap://{quote(USER)}:{quote(PASSWORD)}@127.0.0.1:{port}/INBOX"
        settings.MAIL_DESK, settings.MAIL_PLACE = DESK, "柳荫街道"
        yield lying


@pytest.fixture
def bring(neighbourhood, box):
    """Puts mails into the mailbox and goes through it; answers how many were dealt with."""

    def brought(*raw: bytes) -> int:
        for each in raw:
            box.put(each)
        return empty_letterbox()

    return brought


@pytest.fixture
def letters():
    """Sends what waits to be sent; answers the letters that left by it."""

    def left():
        before = len(mail.outbox)
        for sending, maybe_left in claims.due(at=timezone.now()):
            post(sending, maybe_left=maybe_left, at=timezone.now())
        return mail.outbox[before:]

    return left
