"""Going through the mailbox: nothing lost, nothing twice, whatever breaks when; the true protocol on a socket."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone
from tests.domains.requests.letterbox.mails import written

from linli.cli.checks import cellar
from linli.domains.matters.models import Matter
from linli.domains.requests.letterbox import emptying
from linli.domains.requests.letterbox.emptying import empty_letterbox
from linli.domains.requests.letterbox.fetching import Unreachable
from linli.domains.requests.letterbox.jobs import read_mail
from linli.domains.requests.letterbox.models import Mailbox, Received


def test_what_was_dealt_with_is_not_fetched_again(bring, box):
    assert bring(written(), written("灯坏了")) == 2
    box.heard.clear()
    assert bring() == 0
    assert not any(each.startswith("FETCH") for each in box.heard)
    assert bring(written("第三件")) == 1


def test_older_mail_than_of_the_day_before_we_began_is_not_asked_for(bring, box):
    bring()
    Mailbox.objects.update(began_at=timezone.now().replace(year=2026, month=3, day=2, hour=4))
    bring()
    assert "SEARCH UID 1:* SINCE 1-Mar-2026" in box.heard


def test_numbered_anew_everything_is_looked_at_and_nothing_doubled(bring, box):
    bring(written(), written("灯坏了"))
    box.validity = 2
    box.mails = {number + 100: raw for number, raw in box.mails.items()}
    assert bring() == 2
    assert Matter.objects.count() == 2


@pytest.mark.parametrize("verb", ["LOGIN", "SELECT", "SEARCH", "FETCH", "STORE"])
def test_a_line_that_breaks_loses_nothing_and_doubles_nothing(bring, box, verb):
    box.breaks_at = verb.encode()
    with pytest.raises(Unreachable):
        bring(written(), written("灯坏了"))
    box.breaks_at = b""
    bring()
    assert Matter.objects.count() == Received.objects.count() == 2
    assert all("Seen" in box.flags[number] for number in box.mails)


def test_a_wrong_password_is_not_told_to_anybody(bring, settings):
    settings.IMAP_URL = settings.IMAP_URL.replace("p%20ss", "wrong-secret")
    with pytest.raises(Unreachable) as refused:
        bring(written())
    assert "wrong-secret" not in str(refused.value)


def test_a_server_that_is_away_is_found_by_the_check_until_it_is_back(bring, box, caplog):
    bring()
    box.breaks_at = b"SELECT"
    with caplog.at_level(logging.WARNING):
        read_mail.effect()
    assert [record.getMessage() for record in caplog.records] == ["the mailbox cannot be read: abort"]
    first = cellar.mailbox()
    read_mail.effect()
    assert (first.fitness, cellar.mailbox()) == ("unfit", first)
    box.breaks_at = b""
    read_mail.effect()
    assert cellar.mailbox().fitness == "fit"


def test_a_server_that_was_never_there_is_found_too(neighbourhood, settings):
    settings.IMAP_URL = "imap://x:y@127.0.0.1:1/INBOX"
    with pytest.raises(Unreachable):
        empty_letterbox()
    assert cellar.mailbox().fitness == "unfit"


def test_a_mail_that_breaks_its_reader_is_flagged_and_the_next_one_read(bring, box, monkeypatch):
    whole = emptying.read_mail
    monkeypatch.setattr(emptying, "read_mail", lambda raw: whole(raw) if b"broken" not in raw else 1 / 0)
    assert bring(written("broken"), written("灯坏了")) == 2
    assert box.flags[1] == {"Flagged"}
    assert Matter.objects.count() == 1


def test_while_the_database_is_away_mails_wait(bring, box, monkeypatch):
    def away(mail, *, at):
        raise OperationalError

    box.put(written())
    with monkeypatch.context() as patched:
        patched.setattr(emptying, "take", away)
        with pytest.raises(OperationalError):
            empty_letterbox()
    assert box.flags == {}
    assert bring() == 1
    assert Matter.objects.count() == 1


def test_the_job_rests_where_no_mailbox_is_set(settings, db):
    settings.IMAP_URL = ""
    read_mail.effect()
    assert Mailbox.objects.count() == 0


def test_the_job_goes_through_the_one_that_is_set(bring, box):
    box.put(written())
    read_mail.effect()
    assert Matter.objects.count() == 1
    assert Mailbox.objects.get().began_at > timezone.now() - timedelta(minutes=1)
