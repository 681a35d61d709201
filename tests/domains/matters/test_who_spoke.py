"""The timeline says whose act each moment was, a nameless resident's too."""

import pytest
from tests.domains.requests.lives import Life

from linli.domains.matters.queries import timeline
from linli.domains.matters.tracking import follower_of
from linli.domains.people.actor import ANYONE, SYSTEM
from linli.domains.requests.lifecycle import request as life

pytestmark = pytest.mark.django_db


def test_whoever_reports_without_a_name_is_a_resident_not_the_system(neighbourhood):
    neighbourhood.resident = ANYONE
    told = Life(neighbourhood).info_requested()
    told.does(life.GiveInformation(text="是东边那一部"), follower_of(told.matter.pk))
    told.does(life.Supervise(note="请盯住"), SYSTEM)
    moments = timeline(told.matter, staff=True)
    assert [moment.verb for moment in moments if moment.by_opener and not moment.derived] == [
        "report",
        "give_information",
    ]
    assert not next(moment for moment in moments if moment.verb == "supervise").by_opener
