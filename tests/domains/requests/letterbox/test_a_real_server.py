"""The same against a real IMAP server, where one is named: `LINLI_TEST_IMAP=imap://user:password@127.0.0.1:143/INBOX`.

Dovecot 2.3 was used. The mailbox should be one for tests; mails are added to it and none is removed.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from imaplib import IMAP4
from urllib.parse import unquote, urlsplit

import pytest
from tests.domains.requests.letterbox.mails import DESK, written

from linli.domains.matters.models import Matter
from linli.domains.requests.letterbox.emptying import empty_letterbox
from linli.domains.requests.letterbox.models import Mailbox

URL = os.environ.get("LINLI_TEST_IMAP", "")
pytestmark = pytest.mark.skipif(not URL, reason="no IMAP server is named")


@contextmanager
def looking_in():
    parts = urlsplit(URL)
    client = IMAP4(parts.hostname, parts.port)
    client.login(unquote(parts.username), unquote(parts.password))
    client.select("INBOX")
    yield client
    client.logout()


def test_mails_are_taken_in_once_and_marked_there(neighbourhood, settings):
    settings.IMAP_URL, settings.MAIL_DESK, settings.MAIL_PLACE = URL, DESK, "柳荫街道"
    empty_letterbox()
    before = Matter.objects.count()
    with looking_in() as client:
        for raw in (written(), written("楼道灯坏了"), written(Auto_Submitted="auto-replied")):
            client.append("INBOX", "", None, raw)
    assert empty_letterbox() == 3
    assert Matter.objects.count() == before + 2
    assert empty_letterbox() == 0
    with looking_in() as client:
        unseen = client.uid("SEARCH", "UNSEEN")[1][0].split()
    assert int(unseen[-1]) == Mailbox.objects.get().last
