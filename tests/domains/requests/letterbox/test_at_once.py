"""The same mail read by several workers at once, as when a slow run meets the next: one request, one answer."""

from __future__ import annotations

import pytest
from django.utils import timezone
from tests.domains.requests.letterbox.mails import DESK, written
from tests.kernel.conftest import at_once
from tests.neighbourhood import build

from linli.domains.delivery.models import Sending
from linli.domains.matters.models import Matter
from linli.domains.requests.letterbox.models import Received
from linli.domains.requests.letterbox.reading import read_mail
from linli.domains.requests.letterbox.taking import take
from linli.domains.requests.letterbox.vocabulary import Outcome

__all__ = ["at_once"]


@pytest.mark.django_db(transaction=True)
def test_eight_read_it_and_it_is_filed_once(at_once, settings):
    settings.MAIL_DESK, settings.MAIL_PLACE = DESK, "柳荫街道"
    build()
    mail, now = read_mail(written()), timezone.now()
    outcomes = at_once(lambda _: take(mail, at=now), range(8), threads=8)
    assert set(outcomes) == {Outcome.FILED}
    assert Matter.objects.count() == Received.objects.count() == Sending.objects.count() == 1
