"""A neighbour says that something should not be public: the community looks, closes it with a reason, counts it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.domains.requests.hidden import hide, moderator
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY

from linli.domains.delivery.models import Message
from linli.domains.matters.engine import perform
from linli.domains.matters.models import Event, Matter, Text
from linli.domains.matters.queries import get_by_number, linked_to, worklist
from linli.domains.matters.seeing import may_read
from linli.domains.matters.tracking import follower_of, tracked_by
from linli.domains.people.actor import ANYONE
from linli.domains.people.models import Person
from linli.domains.requests.actions.flagging import flag
from linli.domains.requests.figures.queries import Asked, hidings
from linli.domains.requests.lifecycle.flag import CloseFlag, Flag
from linli.kernel.refusal import Refusal

pytestmark = pytest.mark.django_db
IMPROPER = Flag(ground="insult", reason="骂了楼上的邻居")


@pytest.fixture
def shared(neighbourhood):
    return Life(neighbourhood, share=True).filed()


@pytest.fixture
def head(neighbourhood):
    return moderator(neighbourhood, "head")


def flagged(shared, *, by=None) -> Matter:
    return flag(shared.matter.number, IMPROPER, by=by or shared.here.neighbour, at=shared.at).matter


def test_it_waits_on_the_moderators_worklist_and_leaves_the_request_alone(shared, head):
    before, events = Matter.objects.get(pk=shared.matter.pk), Event.objects.filter(matter=shared.matter).count()
    told = flagged(shared)
    assert told in worklist(by=head)
    assert told not in worklist(by=shared.here.desk)
    assert Event.objects.filter(matter=shared.matter).count() == events
    assert Matter.objects.get(pk=shared.matter.pk).version == before.version
    assert [one.number for one in linked_to(shared.matter, by=head)] == [told.number]


def test_whoever_flags_reads_no_more_of_it_than_before(shared):
    told = flagged(shared)
    neighbour = shared.here.neighbour
    assert get_by_number(told.number, by=neighbour) == told
    assert not may_read(neighbour, shared.matter)
    assert shared.matter.title not in told.title
    with pytest.raises(Refusal):
        get_by_number(shared.matter.number, by=neighbour)


def test_whoever_wrote_it_learns_of_nobody(shared):
    told = flagged(shared)
    assert not Message.objects.filter(matter=told.pk).exists()
    with pytest.raises(Refusal):
        get_by_number(told.number, by=shared.here.resident)
    assert linked_to(shared.matter, by=shared.here.resident) == []


def test_it_is_closed_with_a_reason_and_told(shared, head):
    told = flagged(shared)
    shared.does(CloseFlag(heeded=False, reason="没有骂人，只是着急"), head, on=told)
    told.refresh_from_db()
    assert told.state == "not_heeded"
    assert Message.objects.filter(matter=told.pk, template="flag.closed").count() == 1
    assert Text.objects.filter(matter=told, field="reason", audience="parties").count() == 2


def test_it_is_heeded_by_hiding_and_not_by_saying_so(shared, head):
    told = flagged(shared)
    with pytest.raises(Refusal, match="not hidden"):
        perform(told.pk, CloseFlag(heeded=True, reason="已隐藏"), by=head, at=shared.at)
    hide(shared, head, ground="insult")
    shared.does(CloseFlag(heeded=True, reason="已隐藏"), head, on=told)
    told.refresh_from_db()
    assert told.state == "heeded"


def test_one_neighbour_flags_it_once_at_a_time(shared, head):
    told = flagged(shared)
    with pytest.raises(Refusal, match="already"):
        flagged(shared)
    shared.does(CloseFlag(heeded=False, reason="没有不妥"), head, on=told)
    assert flagged(shared).pk != told.pk


def test_a_visitor_flags_it_by_nothing_but_their_words_and_reads_the_answer_by_a_code(shared, head):
    told = flag(shared.matter.number, IMPROPER, by=ANYONE, at=shared.at)
    assert told.matter in worklist(by=head)
    assert tracked_by(told.tracking_code) == told.matter.pk
    person = Person.objects.get(pk=told.matter.opener_id)
    assert (person.name_ref, person.phone_ref) == (None, None)
    reader = follower_of(told.matter.pk)
    assert get_by_number(told.matter.number, by=reader) == told.matter
    assert not may_read(reader, shared.matter)


def test_a_browser_flags_it_once_at_a_time_and_never_what_it_follows_as_its_own(shared, head):
    told = flagged(shared, by=ANYONE)
    with pytest.raises(Refusal, match="already"):
        flagged(shared, by=follower_of(told.pk))
    shared.does(CloseFlag(heeded=False, reason="没有不妥"), head, on=told)
    assert flagged(shared, by=follower_of(told.pk)).pk != told.pk
    with pytest.raises(Refusal, match="yourself"):
        flagged(shared, by=follower_of(shared.matter.pk))


def test_a_known_neighbour_is_given_no_code(shared):
    assert flag(shared.matter.number, IMPROPER, by=shared.here.neighbour, at=shared.at).tracking_code == ""


def test_only_others_words_that_neighbours_see_are_flagged(shared):
    here = shared.here
    with pytest.raises(Refusal, match="yourself"):
        flagged(shared, by=here.resident)
    with pytest.raises(Refusal):
        flagged(Life(here).filed())
    assert not Matter.objects.filter(kind="flag").exists()


def test_another_communitys_moderator_neither_sees_nor_closes_it(shared):
    far = moderator(shared.here, "far", area="poplar")
    told = flagged(shared)
    assert told not in worklist(by=far)
    with pytest.raises(Refusal):
        perform(told.pk, CloseFlag(heeded=False, reason="没有不妥"), by=far, at=shared.at)


def test_flags_are_counted_by_how_they_ended(shared, head):
    here = shared.here
    other = Life(here, share=True).filed()
    shared.does(CloseFlag(heeded=False, reason="没有不妥"), head, on=flagged(shared))
    flagged(other)
    period = Asked(since=MONDAY - timedelta(days=1), until=MONDAY + timedelta(days=1))
    found = hidings(period, by=here.desk)
    assert (found.flagged, found.flags_waiting, found.heeded, found.not_heeded) == (2, 1, 0, 1)
    assert hidings(period, by=here.stranger).flagged == 0
