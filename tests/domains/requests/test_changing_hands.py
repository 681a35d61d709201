"""A colleague's cases change hands one by one, whole or half, never twice, and whoever must know is told once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.domains.requests.lives import Life
from tests.neighbourhood import MONDAY, staff_member
from tests.staffed import appoint

from linli.domains.delivery.models import Message
from linli.domains.matters.engine import perform
from linli.domains.matters.models import Event as Done
from linli.domains.matters.queries import acts_for, choices_for, choices_for_all, worklist
from linli.domains.people.announcing import POST_ENDED, POST_ENDING
from linli.domains.people.models import Post
from linli.domains.requests.actions.changing_hands import hand_over
from linli.domains.requests.events import ask_for_hand_over, ask_for_hand_over_soon
from linli.domains.requests.lifecycle import merging
from linli.domains.requests.lifecycle.assignment import AskToBounce
from linli.domains.requests.lifecycle.changing_hands import HandShareToColleague, HandToColleague
from linli.domains.requests.rights import HANDLE, LEAD, READ
from linli.kernel.events import Event
from linli.kernel.refusal import Refusal

pytestmark = pytest.mark.django_db
ANSWERS = {READ.code, HANDLE.code}


@pytest.fixture
def here(neighbourhood):
    """The property company with its head and a second worker, the water station with a second one too."""
    here = neighbourhood
    here.head = staff_member(here, "head", "property", ANSWERS | {LEAD.code})
    here.colleague = staff_member(here, "colleague", "property", ANSWERS)
    here.plumber = staff_member(here, "plumber", "water", ANSWERS | {LEAD.code})
    for each in (here.handler, here.head, here.colleague, here.other_handler, here.plumber):
        appoint(each)
    return here


def letters(account) -> list[tuple[str, dict]]:
    return list(Message.objects.filter(recipient=account).values_list("template", "params"))


def handed(walked, here, **more):
    seen = {walked.lead.pk: walked.lead.version}
    return hand_over(seen, to=here.colleague.account, by=here.head, at=walked.at, **more)


def test_a_colleague_is_named_instead_and_nothing_else_moves(here):
    walked = Life(here).in_progress()
    before = (walked.lead.state, walked.lead.due_at, walked.matter.state, walked.matter.due_at)
    outcome = handed(walked, here, note="周四下午约好上门")
    walked.matter.refresh_from_db()
    assert (walked.lead.holder_id, walked.matter.holder_id) == (here.colleague.account, here.colleague.account)
    assert (walked.lead.state, walked.lead.due_at, walked.matter.state, walked.matter.due_at) == before
    event = outcome.done[0].event
    assert (event.verb, event.details["to"], event.public) == ("hand_to_colleague", str(here.colleague.account), False)
    assert event.texts.get().audience == "staff"


def test_both_are_told_once_and_the_resident_who_was_shown_a_name(here):
    walked = Life(here).in_progress()
    handed(walked, here)
    number = {"number": walked.lead.number}
    assert letters(here.colleague.account) == [("hands.handed_to_you", number)]
    assert letters(here.handler.account) == [("hands.handed_away", number)]
    told = Message.objects.get(recipient=here.resident.person, template="request.changed_hands")
    assert not told.sendings.exists()


def test_many_at_once_are_told_in_one_letter(here):
    lives = [Life(here).in_progress() for _ in range(3)]
    seen = {walked.lead.pk: walked.lead.version for walked in lives}
    assert len(hand_over(seen, to=here.colleague.account, by=here.head, at=lives[-1].at).done) == 3
    assert letters(here.colleague.account) == [("hands.handed_to_you_many", {"n": 3})]
    assert letters(here.handler.account) == [("hands.handed_away_many", {"n": 3})]


def test_half_a_batch_says_what_failed_and_is_sent_again_without_doubling(here):
    first, second = Life(here).in_progress(), Life(here).in_progress()
    seen = {first.lead.pk: first.lead.version, second.lead.pk: second.lead.version - 1}
    outcome = hand_over(seen, to=here.colleague.account, by=here.head, at=second.at)
    assert [act.matter.pk for act in outcome.done] == [first.lead.pk]
    assert outcome.refused[second.lead.pk].code == "stale"
    again = {first.lead.pk: first.lead.version, second.lead.pk: second.lead.version}
    outcome = hand_over(again, to=here.colleague.account, by=here.head, at=second.at)
    assert [act.matter.pk for act in outcome.done] == [second.lead.pk]
    assert "已经在此人名下" in outcome.refused[first.lead.pk].sentence.zh
    assert Done.objects.filter(verb="hand_to_colleague").count() == 2


def test_twice_from_one_page_is_stale(here):
    walked = Life(here).in_progress()
    seen = {walked.lead.pk: walked.lead.version}
    hand_over(seen, to=here.colleague.account, by=here.head, at=walked.at)
    outcome = hand_over(seen, to=here.head.account, by=here.head, at=walked.at)
    assert (outcome.done, outcome.refused[walked.lead.pk].code) == ([], "stale")


@pytest.mark.parametrize("receiver", ["other_handler", "desk", "resident"])
def test_nobody_outside_the_unit_receives(here, receiver):
    walked = Life(here).in_progress()
    seen = {walked.lead.pk: walked.lead.version}
    outcome = hand_over(seen, to=getattr(here, receiver).account, by=here.head, at=walked.at)
    assert "请从列表里选同事" in outcome.refused[walked.lead.pk].sentence.zh
    with pytest.raises(Refusal, match="do not answer"):
        perform(walked.lead.pk, HandToColleague(to=getattr(here, receiver).account), by=here.head, at=walked.at)
    assert walked.lead.holder_id == here.handler.account


@pytest.mark.parametrize("who", ["handler", "colleague", "plumber", "desk", "supervisor", "stranger"])
def test_only_whoever_leads_the_unit_hands_over(here, who):
    walked = Life(here).in_progress()
    seen = {walked.lead.pk: walked.lead.version}
    outcome = hand_over(seen, to=here.colleague.account, by=getattr(here, who), at=walked.at)
    assert outcome.done == []
    assert walked.lead.holder_id == here.handler.account


def test_what_nobody_took_and_what_is_no_case_is_refused(here):
    bounced = Life(here).dispatched()
    bounced.does(AskToBounce(ground="not_our_duty", evidence="不归物业"), here.handler, on=bounced.lead)
    seen = {bounced.lead.pk: bounced.lead.version, bounced.matter.pk: bounced.matter.version}
    outcome = hand_over(seen, to=here.colleague.account, by=here.head, at=bounced.at)
    assert outcome.done == []
    assert "还没有人接" in outcome.refused[bounced.lead.pk].sentence.zh
    assert "名下的在办事项" in outcome.refused[bounced.matter.pk].sentence.zh


@pytest.mark.parametrize("state", ["signed", "info_requested", "extension_asked", "suspended", "planned"])
def test_wherever_it_stands_the_named_person_changes_with_it(here, state):
    walked = getattr(Life(here), state)()
    handed(walked, here)
    walked.matter.refresh_from_db()
    assert (walked.matter.state, walked.matter.holder_id) == (
        "in_progress" if state == "extension_asked" else state,
        here.colleague.account,
    )


def test_whoever_was_merged_sees_the_new_name_too(here):
    leading = Life(here).in_progress()
    follower = Life(here).filed()
    follower.does(merging.Merge(into=leading.matter.number), here.desk)
    handed(leading, here)
    follower.matter.refresh_from_db()
    assert follower.matter.holder_id == here.colleague.account


def test_a_departments_share_changes_hands_in_its_own_unit(here):
    walked = Life(here).reported_in()
    share = walked.called_unit
    outcome = hand_over({share.pk: share.version}, to=here.plumber.account, by=here.plumber, at=walked.at)
    assert [type(act.details) for act in outcome.done] == [HandShareToColleague]
    assert walked.called_unit.holder_id == here.plumber.account
    assert letters(here.plumber.account) == []


def test_the_form_offers_colleagues_who_answer_there_and_not_whoever_has_it(here):
    walked = Life(here).in_progress()
    offered = [name for _, name in choices_for(walked.lead)("colleagues")]
    assert offered == ["colleague", "head"]
    both = [name for _, name in choices_for_all([walked.lead, Life(here).in_progress().lead])("colleagues")]
    assert both == ["colleague", "handler", "head"]


def test_it_is_open_to_the_head_and_asked_of_nobody(here):
    walked = Life(here).replied()
    assert walked.lead not in worklist(by=here.head)
    working = Life(here).in_progress()
    offered = {button.verb for button in acts_for(working.lead, by=here.head, now=working.at)}
    assert "hand_to_colleague" in offered
    assert "hand_to_colleague" not in {b.verb for b in acts_for(working.lead, by=here.handler, now=working.at)}


def leaves(here, name: str) -> None:
    """Their post ends, and what that announces is heard twice."""
    post = getattr(here, name).posts[0]
    Post.objects.filter(pk=post.id).update(until=MONDAY)
    told = {"post": str(post.id), "account": str(getattr(here, name).account), "organisation": str(post.organisation)}
    for _ in range(2):
        ask_for_hand_over(Event(id=post.id, name=POST_ENDED, payload=told))


def test_a_unit_is_asked_once_to_hand_over_what_somebody_left(here):
    for _ in range(2):
        Life(here).in_progress()
    Life(here).replied()
    leaves(here, "handler")
    assert ("hands.left_open", {"n": 2}) in letters(here.units["property"])
    assert Message.objects.filter(template="hands.left_open").count() == 1


def test_whoever_left_nothing_or_still_answers_there_asks_for_nothing(here):
    Life(here).in_progress()
    leaves(here, "colleague")
    post = Post.objects.get(account=here.handler.account)
    Post.objects.create(
        account=post.account, organisation=post.organisation, role=post.role, place_id=here.building, since=MONDAY
    )
    leaves(here, "handler")
    assert not Message.objects.filter(template="hands.left_open").exists()


def test_a_unit_is_asked_once_before_somebodys_last_day_too(here):
    Life(here).in_progress()
    post = here.handler.posts[0]
    Post.objects.filter(pk=post.id).update(until=timezone.now() + timedelta(days=3))
    told = {"post": str(post.id), "account": str(here.handler.account), "organisation": str(post.organisation)}
    for _ in range(2):
        ask_for_hand_over_soon(Event(id=post.id, name=POST_ENDING, payload=told))
    (asked,) = Message.objects.filter(template="hands.left_soon", recipient=here.units["property"])
    assert asked.params["n"] == 1


def test_nothing_is_asked_before_a_last_day_that_was_put_off(here):
    Life(here).in_progress()
    post = here.handler.posts[0]
    told = {"post": str(post.id), "account": str(here.handler.account), "organisation": str(post.organisation)}
    ask_for_hand_over_soon(Event(id=post.id, name=POST_ENDING, payload=told))
    assert not Message.objects.filter(template="hands.left_soon").exists()


def test_twelve_cost_as_many_statements_as_three(here):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def cost(n: int) -> int:
        lives = [Life(here).in_progress() for _ in range(n)]
        seen = {walked.lead.pk: walked.lead.version for walked in lives}
        with CaptureQueriesContext(connection) as asked:
            assert len(hand_over(seen, to=here.colleague.account, by=here.head, at=lives[-1].at).done) == n
        return len(asked)

    assert cost(12) == cost(3)
