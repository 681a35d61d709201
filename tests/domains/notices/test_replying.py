"""Questions and objections: answered in time or counted as late; what is to be done becomes a request."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.db import transaction
from tests.domains.notices.lives import NoticeLife, ReplyLife, refused
from tests.domains.requests.test_walk import rows

from linli.domains.matters.engine import perform
from linli.domains.matters.models import Event, Link, Matter
from linli.domains.notices.actions import say_back
from linli.domains.notices.events import take_back_replies
from linli.domains.notices.lifecycle import REPLY, reply
from linli.domains.notices.queries import answered_on, own_replies, reply_rate
from linli.domains.people.actor import ANYONE
from linli.domains.people.announcing import PERSON_ERASED
from linli.kernel.events import Event as Heard
from linli.kernel.ids import new_id
from linli.kernel.record.models import Entry
from linli.kernel.refusal import Refusal

WALKED = (REPLY,)
SAMPLES = {
    reply.AnswerReply: {"answer": "不影响"},
    reply.TurnIntoRequest: {"category": "home.lift"},
    reply.TakeBackReply: {},
}
PARTS = ("answerer", "desk", "resident", "neighbour", "stranger")


@pytest.mark.parametrize("state", [state.code for state in REPLY.states])
def test_only_what_the_table_allows_happens(neighbourhood, state):
    walked = getattr(ReplyLife(neighbourhood), state)()
    assert walked.matter.state == state
    assert set(SAMPLES) == set(REPLY.transitions)
    for who in PARTS:
        actor = walked.answerer if who == "answerer" else getattr(neighbourhood, who)
        for transition in REPLY.transitions:
            matter = Matter.objects.get(pk=walked.matter.pk)
            expected = state in {one.code for one in transition.source} and transition.who(actor, matter)
            before = rows()
            with transaction.atomic():
                try:
                    landed = perform(matter.pk, transition(**SAMPLES[transition]), by=actor, at=walked.at).state
                    outcome = True
                except Refusal:
                    outcome, landed = False, state
                    assert rows() == before
                assert outcome == expected, (state, who, transition.verb())
                assert landed in {state, *(target.code for target in transition.target)}
                transaction.set_rollback(True)


def test_the_answered_rate_counts_the_late_and_not_what_was_taken_back(neighbourhood):
    first = ReplyLife(neighbourhood)
    notice = first.notice
    for way in ("answered", "turned", "taken_back"):
        more = ReplyLife(neighbourhood, notice)
        more.answerer = first.answerer
        getattr(more, way)()
    number = notice.matter.number
    soon = reply_rate(number=number, now=first.at)
    assert (soon.asked, soon.answered, soon.late) == (3, 2, 0)
    assert reply_rate(number=number, now=first.at + timedelta(days=30)).late == 1
    assert reply_rate(area=notice.matter.path, now=first.at).asked == 3


def test_what_is_asked_is_sealed_and_counted_on_the_record_without_a_word(neighbourhood):
    life = ReplyLife(neighbourhood, text="我是王小明，电话13800001234，会影响吗？")
    entry = Event.objects.get(matter=life.matter).entry
    body = json.loads(bytes(Entry.objects.get(id=entry).body))["body"]
    assert (body["notice"], body["stance"]) == (life.notice.matter.number, "question")
    assert "影响" not in json.dumps(body, ensure_ascii=False)
    assert "13800001234" not in life.matter.title


@pytest.mark.parametrize(
    ("share", "show", "seen"),
    [(True, True, 1), (False, True, 0), (True, False, 0)],
    ids=["both", "asker no", "unit no"],
)
def test_all_read_it_only_where_both_sides_agree(neighbourhood, share, show, seen):
    life = ReplyLife(neighbourhood, share=share, text="我住2单元301室，会停吗？").answered(show=show)
    found = answered_on(life.notice.matter.number)
    assert len(found) == seen
    assert not [one for one in found if "301" in one.text]


def test_a_public_answer_names_nobody(neighbourhood):
    life = ReplyLife(neighbourhood)
    with refused("似有个人信息"):
        life.answered(answer="请找王小明，13800001234")
    assert life.answered(answer="请找王小明，13800001234", show=False).matter.state == "answered"


def test_what_is_to_be_done_becomes_the_residents_request_linked_to_the_notice(neighbourhood):
    life = ReplyLife(neighbourhood).turned()
    request = Matter.objects.get(kind="request")
    assert (request.opener_id, request.category) == (neighbourhood.resident.person, "home.lift")
    links = {(link.earlier_id, link.later_id) for link in Link.objects.all()}
    assert {(life.notice.matter.pk, life.matter.pk), (life.matter.pk, request.pk)} <= links


def test_nothing_is_asked_about_what_is_not_out(neighbourhood):
    draft = NoticeLife(neighbourhood)
    said = reply.SayBack(stance="question", text="什么时候？")
    with refused("没有找到这份公告"):
        say_back(draft.matter.number, said, by=neighbourhood.resident, at=draft.at)


def test_a_visitor_asks_without_an_account_and_reads_the_answer_by_a_code(neighbourhood):
    notice = NoticeLife(neighbourhood).published()
    said = reply.SayBack(stance="objection", text="工期太长了")
    done = say_back(notice.matter.number, said, by=ANYONE, at=notice.at)
    assert len(done.tracking_code) == 14
    assert done.matter.due_clock == "answer_reply"


def test_what_somebody_forgotten_had_asked_counts_as_taken_back(neighbourhood):
    life = ReplyLife(neighbourhood)
    assert [one.pk for one in own_replies(by=neighbourhood.resident)] == [life.matter.pk]
    told = {"person": str(neighbourhood.resident.person)}
    take_back_replies(Heard(id=new_id(), name=PERSON_ERASED, payload=told))
    assert Matter.objects.get(pk=life.matter.pk).state == "taken_back"
