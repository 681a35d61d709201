"""The outbox empties: each message leaves once, waits longer after each refusal, and is asked after when unsure."""

import smtplib
import threading

import pytest
from django.core import mail
from django.db import connections
from tests.serving import NOBODY

from linli.demo import outbox
from linli.domains.delivery import actions, claims, queries
from linli.domains.delivery.channels import Channel, Progress
from linli.domains.delivery.models import Sending
from linli.domains.delivery.post import post
from linli.domains.delivery.retries import ATTEMPTS, wait_after
from linli.kernel.vault import accesses, erase

from .conftest import later


def empty(at):
    for sending, maybe_left in claims.due(at=at):
        post(sending, maybe_left=maybe_left, at=at)


@pytest.fixture
def by_sms(letter, agreed):
    agreed(Channel.SMS, "13800000001")
    actions.send_many([letter()])


@pytest.mark.django_db
def test_an_agreed_message_leaves_once(by_sms, sms_server):
    empty(later(seconds=1))
    empty(later(minutes=10))
    assert [sent.to for sent in outbox.sent()] == ["+8613800000001"]
    sending = Sending.objects.get()
    assert (sending.progress, sending.receipt) == (Progress.SENT, outbox.sent()[0].serial)
    assert queries.sendings()[Channel.SMS] == {Progress.SENT: 1}


@pytest.mark.django_db
def test_the_owner_can_see_that_their_address_was_opened(person, by_sms, sms_server):
    empty(later(seconds=1))
    (access,) = accesses(person)
    assert access.purpose == "deliver"


@pytest.mark.django_db
def test_the_texts_language_is_the_readers(letter, agreed, sms_server):
    agreed(Channel.SMS, "13800000001", language="en")
    actions.send_many([letter()])
    empty(later(seconds=1))
    assert "There is news" in outbox.sent()[0].text


@pytest.mark.django_db
def test_a_refusal_that_passes_is_tried_again_later_and_later(by_sms, sms_server, settings):
    settings.SMS_URL = NOBODY
    at = later(seconds=1)
    waits = []
    for _ in range(ATTEMPTS[Channel.SMS]):
        empty(at)
        sending = Sending.objects.get()
        waits.append(sending.due_at - at)
        at = max(at, sending.due_at)
    assert sending.progress == Progress.FAILED
    assert waits[:-1] == [wait_after(n) for n in range(1, ATTEMPTS[Channel.SMS])]


@pytest.mark.django_db
def test_a_refusal_for_good_is_not_tried_again(by_sms, sms_server, settings):
    settings.SMS_SIGN = "某某"
    empty(later(seconds=1))
    sending = Sending.objects.get()
    assert (sending.progress, sending.attempts) == (Progress.FAILED, 1)
    assert sending.error == "FailedOperation.SignatureIncorrectOrUnapproved"


@pytest.mark.django_db
def test_what_may_have_left_is_asked_after_not_sent_again(by_sms, sms_server):
    sms_server.broken = True
    empty(later(seconds=1))
    assert Sending.objects.get().progress == Progress.SENDING
    sms_server.broken = False
    empty(later(minutes=1))
    assert Sending.objects.get().progress == Progress.SENDING
    empty(later(minutes=3))
    assert Sending.objects.get().progress == Progress.SENT
    assert len(outbox.sent()) == 1


@pytest.mark.django_db
def test_a_worker_killed_before_it_sent_leaves_nothing_undone(by_sms, sms_server):
    assert next(claims.due(at=later(seconds=1)))  # taken, and the worker is gone
    empty(later(minutes=3))
    assert Sending.objects.get().progress == Progress.SENT
    assert len(outbox.sent()) == 1


@pytest.mark.django_db
def test_old_news_is_not_sent(by_sms, sms_server):
    empty(later(days=1, seconds=1))
    assert Sending.objects.get().progress == Progress.LAPSED
    assert outbox.sent() == []


@pytest.mark.django_db
def test_an_erased_address_is_never_written_to(person, by_sms, sms_server):
    erase(person, at=later(seconds=1), reason="asked for")
    empty(later(seconds=2))
    assert (Sending.objects.get().progress, outbox.sent()) == (Progress.FAILED, [])


@pytest.mark.django_db
def test_without_an_approved_text_nothing_is_sent(by_sms, sms_server, settings):
    settings.DEMO = False
    empty(later(seconds=1))
    assert Sending.objects.get().error == "no_approved_text"


@pytest.mark.django_db
def test_an_e_mail_carries_words_and_its_own_number(letter, agreed):
    agreed(Channel.EMAIL, "lin@linli.example")
    actions.send_many([letter()])
    empty(later(seconds=1))
    (message,) = mail.outbox
    assert message.subject == "2026-1 有新进展"
    assert message.body.startswith("你的诉求 2026-1 已答复。")
    assert message.extra_headers["Message-ID"].startswith(f"<{Sending.objects.get().id}@")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "progress"),
    [(smtplib.SMTPServerDisconnected(), Progress.WAITING), (smtplib.SMTPRecipientsRefused({}), Progress.FAILED)],
)
def test_a_mail_servers_refusal_is_told_apart(letter, agreed, monkeypatch, error, progress):
    agreed(Channel.EMAIL, "lin@linli.example")
    actions.send_many([letter()])

    def refuse(_self):
        raise error

    monkeypatch.setattr(mail.EmailMessage, "send", refuse)
    empty(later(seconds=1))
    assert Sending.objects.get().progress == progress


@pytest.mark.fault
@pytest.mark.django_db(transaction=True)
def test_eight_workers_send_each_of_sixty_messages_once(letter, agreed, sms_server, monkeypatch):
    monkeypatch.setattr("linli.demo.sms_texts.LIMITS", ())
    agreed(Channel.SMS, "13800000001")
    actions.send_many([letter() for _ in range(60)])

    def work():
        try:
            empty(later(seconds=1))
        finally:
            connections.close_all()

    workers = [threading.Thread(target=work) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert queries.sendings()[Channel.SMS] == {Progress.SENT: 60}
    contexts = [sent.context for sent in outbox.sent()]
    assert len(contexts) == len(set(contexts)) == 60
