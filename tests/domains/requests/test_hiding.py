"""What neighbours see can be hidden, its ground told; one appeal that someone else decides; the request goes on."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.domains.requests.hidden import hide, hiding_of, moderator
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY

from linli.domains.delivery.models import Message
from linli.domains.matters.engine import perform
from linli.domains.matters.hiding import hidden_of
from linli.domains.matters.models import Ask, Clock, Event, Matter, SearchRow, Text
from linli.domains.matters.queries import acts_for, get_shared, hindrances, list_shared, worklist
from linli.domains.matters.queries.listing import Filters
from linli.domains.people.actor import SYSTEM
from linli.domains.requests.figures.queries import Asked, balance, hidings
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.lifecycle.hiding import AppealHiding, Restore, ShowAgain, UpholdHiding
from linli.kernel.record.models import Entry
from linli.kernel.refusal import Refusal

pytestmark = pytest.mark.django_db
APPEAL = AppealHiding(reason="没有写别人的信息，写的是楼道")


@pytest.fixture
def shared(neighbourhood):
    return Life(neighbourhood, share=True).in_progress()


@pytest.fixture
def head(neighbourhood):
    return moderator(neighbourhood, "head")


def verbs(matter: Matter, actor, at) -> set[str]:
    return {button.verb for button in acts_for(matter, by=actor, now=at)}


def test_the_request_goes_on_untouched(shared, head):
    before, clocks = Matter.objects.get(pk=shared.matter.pk), list(Clock.objects.values().order_by("pk"))
    words, found = list(Text.objects.filter(matter=shared.matter).values("body", "sealed")), SearchRow.objects.get()
    hide(shared, head)
    for name in ("state", "state_since", "closed_at", "published_at", "visibility", "title", "holder_unit", "due_at"):
        assert getattr(shared.matter, name) == getattr(before, name), name
    assert list(Clock.objects.values().order_by("pk")) == clocks
    assert list(Text.objects.filter(matter=shared.matter, event__verb="report").values("body", "sealed")) == words
    assert set(found.grams) <= set(SearchRow.objects.get().grams)


def test_whoever_wrote_it_is_told_and_can_appeal(neighbourhood, shared, head):
    assert "appeal_hiding" not in verbs(shared.matter, neighbourhood.resident, shared.at)
    hide(shared, head)
    assert Message.objects.filter(matter=shared.matter.pk, template="request.hidden").count() == 1
    assert "appeal_hiding" in verbs(shared.matter, neighbourhood.resident, shared.at)
    assert "appeal_hiding" not in verbs(shared.matter, neighbourhood.neighbour, shared.at)


def test_what_was_hidden_is_a_matter_of_its_own_and_on_the_record(shared, head):
    hide(shared, head, ground="insult")
    hidden = hiding_of(shared)
    assert (hidden.number, hidden.state) == (f"{shared.matter.number}-Y1", "hidden")
    entry = bytes(Entry.objects.get(id=Event.objects.get(matter=hidden).entry).body).decode()
    assert '"ground":"insult"' in entry
    assert shared.matter.title not in entry


def test_an_appeal_waits_for_somebody_else_than_who_hid_it(neighbourhood, shared, head):
    other = moderator(neighbourhood, "other_head")
    hide(shared, head)
    shared.does(APPEAL, neighbourhood.resident)
    hidden = hiding_of(shared)
    assert hidden.state == "appealed"
    assert Clock.objects.get(matter=hidden, stopped_at=None).name == "decide_hiding"
    for decider in (other, neighbourhood.supervisor):
        assert hidden in worklist(by=decider)
        assert {"restore", "uphold_hiding"} <= verbs(hidden, decider, shared.at)
    assert hidden not in worklist(by=head)
    for decision in (Restore(reason="同意"), UpholdHiding(reason="维持")):
        with pytest.raises(Refusal, match="can be done by"):
            perform(hidden.pk, decision, by=head, at=shared.at)
        with pytest.raises(Refusal):
            perform(hidden.pk, decision, by=neighbourhood.desk, at=shared.at)


def test_an_appeal_that_is_right_restores_it_at_once_and_is_counted(neighbourhood, shared, head):
    hide(shared, head)
    shared.does(APPEAL, neighbourhood.resident)
    shared.does(Restore(reason="没有他人信息"), neighbourhood.supervisor, on=hiding_of(shared))
    assert hidden_of(shared.matter) is None
    assert hiding_of(shared).state == "restored"
    assert Message.objects.filter(matter=shared.matter.pk, template="request.shown_again").count() == 1
    assert Ask.objects.get(kind="hiding").outcome == "granted"


def test_what_was_restored_is_not_hidden_again_on_the_same_ground(neighbourhood, shared, head):
    hide(shared, head, ground="insult")
    shared.does(APPEAL, neighbourhood.resident)
    shared.does(Restore(reason="没有辱骂"), neighbourhood.supervisor, on=hiding_of(shared))
    with pytest.raises(Refusal, match="on this ground before"):
        hide(shared, head, ground="insult")
    hide(shared, head, ground="advertising")
    assert hiding_of(shared).number.endswith("-Y2")
    assert "appeal_hiding" in verbs(shared.matter, neighbourhood.resident, shared.at)


def test_there_is_one_appeal(neighbourhood, shared, head):
    hide(shared, head)
    shared.does(APPEAL, neighbourhood.resident)
    with pytest.raises(Refusal, match="waits for its decision"):
        perform(shared.matter.pk, APPEAL, by=neighbourhood.resident, at=shared.at)
    shared.does(UpholdHiding(reason="写了邻居的姓名"), neighbourhood.supervisor, on=hiding_of(shared))
    assert hidden_of(shared.matter).ground == "personal"
    assert hiding_of(shared).state == "stays_hidden"
    assert Ask.objects.get(kind="hiding").outcome == "refused"
    told = hindrances(shared.matter, by=neighbourhood.resident, now=shared.at)
    assert any("已申诉过一次" in str(sentence) for sentence in told)
    with pytest.raises(Refusal, match="appealed once"):
        perform(shared.matter.pk, APPEAL, by=neighbourhood.resident, at=shared.at)


def test_an_appeal_has_its_time(neighbourhood, shared, head):
    hide(shared, head)
    late = shared.at + timedelta(days=60)
    assert "appeal_hiding" not in verbs(shared.matter, neighbourhood.resident, late)
    with pytest.raises(Refusal, match="time to appeal has passed"):
        perform(shared.matter.pk, APPEAL, by=neighbourhood.resident, at=late)


def test_whoever_may_hide_may_show_it_again_unless_an_appeal_waits(neighbourhood, shared, head):
    hide(shared, head)
    shared.does(ShowAgain(reason="看错了"), head)
    assert hidden_of(shared.matter) is None
    assert hiding_of(shared).state == "unhidden"
    hide(shared, head)
    shared.does(APPEAL, neighbourhood.resident)
    with pytest.raises(Refusal, match="wrote it appealed"):
        perform(shared.matter.pk, ShowAgain(reason="算了"), by=head, at=shared.at)
    shared.does(UpholdHiding(reason="确有姓名"), neighbourhood.supervisor, on=hiding_of(shared))
    shared.does(ShowAgain(reason="已和本人说清"), head)
    assert (hidden_of(shared.matter), hiding_of(shared).state) == (None, "unhidden")


def test_an_appeal_sent_while_it_is_shown_again_is_refused_and_changes_nothing(neighbourhood, shared, head):
    hide(shared, head)
    shared.does(ShowAgain(reason="看错了"), head)
    events = Event.objects.count()
    with pytest.raises(Refusal, match="see all of it already"):
        perform(shared.matter.pk, APPEAL, by=neighbourhood.resident, at=shared.at)
    assert Event.objects.count() == events
    assert not Ask.objects.filter(kind="hiding").exists()


@pytest.mark.parametrize("who", ["desk", "handler", "verifier", "resident", "neighbour", "supervisor", "stranger"])
def test_nobody_else_hides(neighbourhood, shared, who):
    with pytest.raises(Refusal):
        hide(shared, getattr(neighbourhood, who))
    assert hidden_of(Matter.objects.get(pk=shared.matter.pk)) is None


def test_a_moderator_of_another_community_neither_hides_nor_decides(neighbourhood, shared, head):
    far = moderator(neighbourhood, "far", area="poplar")
    with pytest.raises(Refusal):
        hide(shared, far)
    hide(shared, head)
    shared.does(APPEAL, neighbourhood.resident)
    with pytest.raises(Refusal):
        perform(hiding_of(shared).pk, Restore(reason="同意"), by=far, at=shared.at)


def test_what_was_never_shared_cannot_be_hidden(neighbourhood, head):
    with pytest.raises(Refusal, match="do not see this one"):
        hide(Life(neighbourhood).filed(), head)


def test_the_law_is_named_where_it_forbids_it(shared, head):
    with pytest.raises(Refusal, match="which law"):
        hide(shared, head, ground="against_law")
    hide(shared, head, ground="against_law", law="治安管理处罚法")
    assert hidden_of(shared.matter).ground == "against_law"


def test_it_is_hidden_once_at_a_time(neighbourhood, shared, head):
    hide(shared, head)
    with pytest.raises(Refusal, match="hidden already"):
        hide(shared, moderator(neighbourhood, "other_head"), ground="insult")
    assert hidden_of(Matter.objects.get(pk=shared.matter.pk)).ground == "personal"


def test_a_decision_after_it_was_taken_back_still_lands(neighbourhood, shared, head):
    hide(shared, head)
    shared.does(APPEAL, neighbourhood.resident)
    shared.does(life.Withdraw(), neighbourhood.resident)
    shared.does(Restore(reason="没有他人信息"), neighbourhood.supervisor, on=hiding_of(shared))
    assert shared.matter.state == "withdrawn"
    with pytest.raises(Refusal):
        get_shared(shared.matter.number)


def test_it_stays_hidden_when_it_is_closed_and_reopened(neighbourhood, head):
    walked = Life(neighbourhood, share=True).closed()
    hide(walked, head)
    walked.does(life.Reopen(reason="又坏了"), neighbourhood.resident)
    assert walked.matter.state == "reopened"
    assert hidden_of(walked.matter).ground == "personal"
    assert balance(by=SYSTEM, since=walked.at - timedelta(days=30), until=walked.at).open == 1


def test_what_is_hidden_whole_is_found_by_no_filter_that_would_tell_of_it(neighbourhood, shared, head):
    hide(shared, head, scope="whole")
    willow, building = neighbourhood.places["willow"].path, neighbourhood.places["building"].path

    def found(**given):
        return [row.pk for row in list_shared(Filters(**given)).rows] == [shared.matter.pk]

    assert found()
    assert found(area=willow)
    assert not found(area=building)
    assert not found(category="home")
    assert not found(category="home.lift", area=willow)


def test_words_alone_are_found_by_place_and_subject(neighbourhood, shared, head):
    hide(shared, head)
    found = list_shared(Filters(category="home", area=neighbourhood.places["building"].path)).rows
    assert [row.pk for row in found] == [shared.matter.pk]


def test_all_of_it_is_counted_by_ground_and_by_how_it_ended(neighbourhood, head):
    lives = [Life(neighbourhood, share=True).filed() for _ in range(4)]
    for walked, ground in zip(lives, ("personal", "personal", "insult", "unrelated"), strict=True):
        hide(walked, head, ground=ground)
    for walked in lives[:3]:
        walked.does(APPEAL, neighbourhood.resident)
    lives[0].does(Restore(reason="没有"), neighbourhood.supervisor, on=hiding_of(lives[0]))
    lives[1].does(UpholdHiding(reason="确有"), neighbourhood.supervisor, on=hiding_of(lives[1]))
    lives[1].does(ShowAgain(reason="已征得同意"), head)
    period = Asked(since=MONDAY - timedelta(days=1), until=MONDAY + timedelta(days=1))
    found = hidings(period, by=neighbourhood.supervisor)
    assert (found.times, found.still_hidden, found.shown_again) == (4, 2, 2)
    assert (found.appealed, found.waiting, found.upheld, found.restored) == (3, 1, 1, 1)
    assert found.by_ground == {"personal": 2, "insult": 1, "advertising": 0, "against_law": 0, "unrelated": 1}
    assert hidings(period, by=neighbourhood.stranger).times == 0
