"""In quiet hours nothing quiet leaves; what was put off for the morning has not been tried."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail

from linli.domains.delivery import actions
from linli.domains.delivery.channels import Channel, Progress
from linli.domains.delivery.claims import due
from linli.domains.delivery.models import Sending
from linli.domains.delivery.post import post
from linli.domains.delivery.quiet_hours import not_before

pytestmark = pytest.mark.django_db
BEIJING = ZoneInfo("Asia/Shanghai")
EVENING = datetime(2026, 3, 2, 21, 29, tzinfo=BEIJING)
MORNING = datetime(2026, 3, 3, 8, tzinfo=BEIJING)


@pytest.mark.parametrize(
    ("at", "earliest"),
    [
        (EVENING, EVENING),
        (EVENING + timedelta(minutes=1), MORNING),
        (MORNING - timedelta(hours=8, minutes=-1), MORNING),
        (MORNING - timedelta(minutes=1), MORNING),
        (MORNING, MORNING),
    ],
    ids=["just before", "as they begin", "after midnight", "just before the morning", "the morning"],
)
def test_they_last_from_evening_to_morning(at, earliest):
    assert not_before(at) == earliest


@pytest.fixture
def waiting(letter, agreed):
    agreed(Channel.EMAIL, "someone@example.org")
    at = EVENING + timedelta(hours=1)
    actions.send_many([letter(at=at)])
    Sending.objects.update(quiet=True)
    return at


def sent(at):
    for sending, maybe_left in due(at=at):
        post(sending, maybe_left=maybe_left, at=at)


def test_a_worker_that_is_late_keeps_it_for_the_morning_without_counting_a_try(waiting):
    sent(waiting)
    kept = Sending.objects.get()
    assert (kept.progress, kept.due_at, kept.attempts) == (Progress.WAITING, MORNING, 0)
    assert mail.outbox == []
    sent(MORNING)
    assert Sending.objects.get().progress == Progress.SENT
    assert len(mail.outbox) == 1


def test_one_that_may_have_left_wears_out_no_tries_in_the_night(waiting):
    Sending.objects.update(progress=Progress.SENDING, attempts=1, claimed_at=waiting - timedelta(hours=1))
    for hours in range(9):
        sent(waiting + timedelta(hours=hours))
    kept = Sending.objects.get()
    assert (kept.progress, kept.attempts) == (Progress.SENDING, 1)


def test_what_may_ring_at_night_does(waiting):
    Sending.objects.update(quiet=False)
    sent(waiting)
    assert len(mail.outbox) == 1
