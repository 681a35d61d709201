"""What is no request has a short way out, told with its ground; its sender objects once, and someone else decides."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.domains.requests.lives import Life

from linli.domains.delivery.models import Message
from linli.domains.matters.engine import perform
from linli.domains.matters.models import Clock
from linli.domains.matters.queries import acts_for, hindrances
from linli.domains.requests.lifecycle import dismissing
from linli.kernel.refusal import Refusal

pytestmark = pytest.mark.django_db


def verbs(walked: Life, actor, *, later: timedelta = timedelta()) -> set[str]:
    return {button.verb for button in acts_for(walked.matter, by=actor, now=walked.at + later)}


def test_it_ends_there_with_its_ground_told(neighbourhood):
    walked = Life(neighbourhood).dismissed()
    assert walked.matter.closed_at == walked.at
    assert Message.objects.filter(matter=walked.matter.pk, template="request.dismissed").exists()
    assert not Clock.objects.filter(matter=walked.matter, stopped_at=None).exists()
    assert "object" in verbs(walked, neighbourhood.resident)


def test_an_objection_upheld_starts_it_as_any_other(neighbourhood):
    walked = Life(neighbourhood).objected()
    assert walked.matter.closed_at is None
    walked.does(dismissing.UpholdObjection(), neighbourhood.supervisor)
    assert walked.matter.state == "received"
    assert Clock.objects.get(matter=walked.matter, stopped_at=None).name == "first_contact"


def test_whoever_dismissed_it_does_not_decide_on_the_objection(neighbourhood):
    walked = Life(neighbourhood).objected()
    assert verbs(walked, neighbourhood.desk).isdisjoint({"uphold_objection", "reject_objection"})


def test_there_is_one_objection(neighbourhood):
    walked = Life(neighbourhood).objected()
    walked.does(dismissing.RejectObjection(reason="可到社区窗口当面反映"), neighbourhood.supervisor)
    assert "object" not in verbs(walked, neighbourhood.resident)
    told = hindrances(walked.matter, by=neighbourhood.resident, now=walked.at)
    assert ["已提过一次异议" in str(sentence) for sentence in told] == [True]
    with pytest.raises(Refusal):
        perform(walked.matter.pk, dismissing.Object(reason="不服"), by=neighbourhood.resident, at=walked.at)


def test_an_objection_has_its_time(neighbourhood):
    walked = Life(neighbourhood).dismissed()
    assert "object" not in verbs(walked, neighbourhood.resident, later=timedelta(days=60))
