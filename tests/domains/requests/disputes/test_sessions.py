"""Sessions: arranged for a day to come, both parties told, no longer shown once held."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.domains.requests.disputes.lives import Talks

from linli.domains.delivery.models import Message
from linli.domains.matters.engine import perform
from linli.domains.matters.models import Clock
from linli.domains.matters.queries import told_to_part
from linli.domains.requests.disputes.lifecycle import dispute as life
from linli.domains.requests.disputes.lifecycle import sessions
from linli.kernel.refusal import Refusal

pytestmark = pytest.mark.django_db


def arranged(talks, days=5):
    on = talks.at.date() + timedelta(days=days)
    return sessions.ArrangeSession(session_on=on, where="上午九点，社区调解室")


def test_both_parties_are_told_and_read_when_and_where(neighbourhood):
    talks = Talks(neighbourhood).mediating()
    talks.does(arranged(talks), talks.mediator)
    for part in (talks.first, talks.second):
        assert Message.objects.filter(matter=part.pk, template="disputant.session").exists()
        said = [text.body for moment in told_to_part(part) for text in moment.texts if text.field == "where"]
        assert said == ["上午九点，社区调解室"]


def test_its_day_is_a_clock_that_the_session_stops(neighbourhood):
    talks = Talks(neighbourhood).mediating()
    talks.does(arranged(talks), talks.mediator)
    clock = Clock.objects.get(matter=talks.dispute, name="session")
    assert (clock.due_at.date() - talks.at.date()).days in (5, 6)
    assert "disputes.session" in clock.rule
    held = sessions.HoldSession(held_on=talks.at.date(), present="双方", minutes="各自陈述")
    talks.does(held, talks.mediator)
    clock.refresh_from_db()
    assert clock.stopped_at == talks.at
    assert "session_on" not in talks.dispute.facts


def test_arranged_anew_it_is_the_newer_day_that_counts(neighbourhood):
    talks = Talks(neighbourhood).mediating()
    talks.does(arranged(talks), talks.mediator).does(arranged(talks, days=9), talks.mediator)
    assert talks.dispute.facts["session_on"] == (talks.at.date() + timedelta(days=9)).isoformat()
    assert Clock.objects.filter(matter=talks.dispute, name="session", stopped_at=None).count() == 1


def test_a_draft_needs_no_further_session(neighbourhood):
    talks = Talks(neighbourhood).promised()
    talks.does(arranged(talks), talks.mediator).does(life.DraftAgreement(agreement="双方和解"), talks.mediator)
    assert "session_on" not in talks.dispute.facts
    assert not Clock.objects.filter(matter=talks.dispute, name="session", stopped_at=None).exists()


@pytest.mark.parametrize("days", [-1, 0, 61, 4000])
def test_no_session_is_arranged_for_a_day_that_cannot_be(neighbourhood, days):
    talks = Talks(neighbourhood).mediating()
    with pytest.raises(Refusal, match="Choose a day after today"):
        perform(talks.dispute.pk, arranged(talks, days), by=talks.mediator, at=talks.at)
