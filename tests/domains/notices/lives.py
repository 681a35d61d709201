"""Ways for a test to bring a notice to any state, through the engine and by the people whose act it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import cached_property

import pytest
from tests.neighbourhood import MONDAY, Neighbourhood, staff_member

from linli.domains.matters.engine import perform
from linli.domains.matters.models import Matter
from linli.domains.notices.actions import begin, correct, say_back
from linli.domains.notices.lifecycle import drafting, ending, reply, reviewing
from linli.domains.notices.models import Notice
from linli.domains.people.actor import SYSTEM, Actor
from linli.kernel.refusal import Refusal

READ = {"notices.read"}
WRITER = READ | {"notices.write", "notices.alert"}
TICKS = {"facts": True, "secrecy": True, "personal": True}


@contextmanager
def refused(sentence: str) -> Iterator[None]:
    """The block is refused with this sentence in Chinese."""
    with pytest.raises(Refusal) as raised:
        yield
    assert sentence in raised.value.sentence.in_language("zh")


class NoticeLife:
    """One notice, moved step by step; every step is ten minutes after the last."""

    def __init__(self, here: Neighbourhood, **details: object) -> None:
        self.at, self.here = MONDAY, here
        self.matter = begin(self.drafted(**details), by=self.writer, at=self.at)

    def another(self, **details: object) -> NoticeLife:
        """Another notice of the same people, begun when this one stands."""
        return Another(self, **details)

    def drafted(self, **details: object) -> drafting.Draft:
        given = {
            "type": "ordinary",
            "title": "3号楼停水通知",
            "body": "因水箱清洗，周三9时至12时停水，请提前储水。",
            "places": (self.here.building,),
        }
        return drafting.Draft(**given | details)

    @cached_property
    def writer(self) -> Actor:
        return staff_member(self.here, "writer", "committee", WRITER)

    @cached_property
    def reviewer(self) -> Actor:
        return staff_member(self.here, "reviewer", "committee", READ | {"notices.review", "notices.write"})

    @property
    def notice(self) -> Notice:
        return Notice.objects.get(pk=self.matter.pk)

    def does(self, details, by, *, minutes: int = 10) -> NoticeLife:
        self.at += timedelta(minutes=minutes)
        perform(self.matter.pk, details, by=by, at=self.at)
        self.matter = Matter.objects.get(pk=self.matter.pk)
        return self

    def draft(self) -> NoticeLife:
        return self

    def in_review(self) -> NoticeLife:
        return self.does(drafting.Submit(), self.writer)

    def deciding(self, what: str = "mask") -> reviewing.Approve:
        keys = [f"{field}:{start}-{end}={what}" for field, _, start, end, _ in self.notice.marks]
        return reviewing.Approve(**TICKS, decisions=tuple(keys))

    def published(self, what: str = "mask") -> NoticeLife:
        return self.in_review().does(self.deciding(what), self.reviewer)

    def approved(self) -> NoticeLife:
        later = self.at + timedelta(days=1)
        given = self.drafted(publish_at=later).model_dump(exclude={"type"})
        return self.does(drafting.Revise(**given), self.writer).published()

    def unreviewed(self) -> NoticeLife:
        Notice.objects.filter(pk=self.matter.pk).update(type="emergency")
        Matter.objects.filter(pk=self.matter.pk).update(facts=self.matter.facts | {"type": "emergency"})
        return self.does(reviewing.PublishNow(), self.writer)

    def corrected(self, **details: object) -> NoticeLife:
        self.published()
        self.correction = Correction(self, **details)
        self.correction.published()
        self.matter = Matter.objects.get(pk=self.matter.pk)
        return self

    def withdrawn(self) -> NoticeLife:
        return self.published().does(ending.WithdrawNotice(reason="停水改期，另行通知"), self.reviewer)

    def archived(self) -> NoticeLife:
        return self.published().does(ending.Archive(), SYSTEM)

    def discarded(self) -> NoticeLife:
        return self.does(drafting.Discard(), self.writer)


class Another(NoticeLife):
    """Another notice of the same people."""

    def __init__(self, first: NoticeLife, **details: object) -> None:
        self.at, self.here = first.at, first.here
        self.writer, self.reviewer = first.writer, first.reviewer
        self.matter = begin(self.drafted(**details), by=self.writer, at=self.at)


class Correction(NoticeLife):
    """A correction of a notice, moved in the same way."""

    def __init__(self, earlier: NoticeLife, **details: object) -> None:
        self.at, self.here = earlier.at, earlier.here
        self.writer, self.reviewer = earlier.writer, earlier.reviewer
        given = {"body": "因水箱清洗，周四9时至12时停水，请提前储水。"} | details
        self.matter = correct(earlier.matter.number, self.drafted(**given), by=self.writer, at=self.at)


class ReplyLife:
    """A resident's question about a notice that is out, moved step by step."""

    def __init__(self, here: Neighbourhood, first: NoticeLife | None = None, **details: object) -> None:
        self.notice = first or NoticeLife(here).published()
        self.at, self.here = self.notice.at, here
        given = {"stance": "question", "text": "停水会影响2号楼吗？", "share": True} | details
        said = reply.SayBack(**given)
        self.matter = say_back(self.notice.matter.number, said, by=here.resident, at=self.at).matter

    @cached_property
    def answerer(self) -> Actor:
        return staff_member(self.here, "answerer", "committee", READ | {"notices.answer"})

    def does(self, details, by) -> ReplyLife:
        self.at += timedelta(minutes=10)
        perform(self.matter.pk, details, by=by, at=self.at)
        self.matter = Matter.objects.get(pk=self.matter.pk)
        return self

    def asked(self) -> ReplyLife:
        return self

    def answered(self, **details: object) -> ReplyLife:
        return self.does(reply.AnswerReply(**{"answer": "不影响，只停3号楼。"} | details), self.answerer)

    def turned(self) -> ReplyLife:
        return self.does(reply.TurnIntoRequest(category="home.lift"), self.answerer)

    def taken_back(self) -> ReplyLife:
        return self.does(reply.TakeBackReply(), self.here.resident)
