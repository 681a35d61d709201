"""Reading notices, and checking one for personal data: each page made anew from the database, nothing cached."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import cycle, islice
from time import process_time
from uuid import UUID

from linli.bench import households
from linli.bench.figures import MS, Measured
from linli.bench.serving import Visitor
from linli.bench.stand import ROUND, Ask, Stand, parted
from linli.bench.texts import texts
from linli.domains.matters.engine import perform
from linli.domains.notices.actions import begin, say_back
from linli.domains.notices.checking import marks_in
from linli.domains.notices.lifecycle.drafting import Draft, Submit
from linli.domains.notices.lifecycle.reply import AnswerReply, SayBack
from linli.domains.notices.lifecycle.reviewing import Approve
from linli.domains.notices.models import Notice
from linli.domains.notices.vocabulary import Decision, NoticeType, Stance
from linli.domains.people.actor import ANYONE

PAGE = 10.0
MOST, ASKED = 400, 12
LENGTH, CHECKED = 2000, 40


def measure(stand: Stand) -> Iterator[Measured]:
    """A visitor reads notices of every kind of words; each has been asked about."""
    numbers = [_published(stand, text) for text in islice(cycle(texts()), min(MOST, max(ROUND, stand.size)))]
    for number in numbers[:ROUND]:
        _asked_about(stand, number)
    visitor = Visitor(stand.web)
    pages: dict[str, Ask] = {
        "notice page": lambda n: visitor.get(f"/notices/{numbers[n % ROUND]}/"),
        "list of notices": lambda _: visitor.get("/notices/"),
        "notices as a feed": lambda _: visitor.get("/notices/feed.atom"),
        "calendar of disclosures": lambda _: visitor.get("/notices/disclosures/"),
    }
    costs = stand.costs(pages)
    yield from parted("notice page", costs["notice page"], goal=PAGE)
    for name in list(pages)[1:]:
        yield Measured(name, costs[name].least.whole, MS)
    yield Measured(f"check of a draft of {LENGTH} characters", _checking(), MS)
    yield from households.measure(stand)


def _published(stand: Stand, text: str) -> str:
    """One notice, written in a community, reviewed by the subdistrict, whatever was marked in it covered."""
    writer, reviewer, at = stand.neighbourhood.communities[0].head, stand.neighbourhood.dispatcher, stand.at
    words = text[:LENGTH] if len(text) > 5 else f"{text}。请大家留意。"
    place = stand.neighbourhood.communities[0].place
    details = Draft(type=NoticeType.ORDINARY, title=words[:20].strip() or "通知", body=words, places=(place,))
    matter = begin(details, by=writer, at=at)
    perform(matter.pk, Submit(), by=writer, at=at)
    perform(matter.pk, _approval(matter.pk), by=reviewer, at=at)
    return matter.number


def _approval(notice: UUID) -> Approve:
    marks = Notice.objects.values_list("marks", flat=True).get(pk=notice)
    decisions = tuple(f"{mark[0]}:{mark[2]}-{mark[3]}={Decision.MASK.value}" for mark in marks)
    return Approve(facts=True, secrecy=True, personal=True, decisions=decisions)


def _asked_about(stand: Stand, number: str) -> None:
    """Every other question is answered, and shown with its answer."""
    at: datetime = stand.at
    for which in range(ASKED):
        said = SayBack(stance=Stance.QUESTION, text="请问什么时候结束？", share=True)
        matter = say_back(number, said, by=ANYONE, at=at).matter
        if which % 2:
            answer = AnswerReply(answer="预计周五前结束，有变化会更正。", show=True)
            perform(matter.pk, answer, by=stand.neighbourhood.communities[0].head, at=at)


def _checking() -> float:
    """Milliseconds of processor time, the mean over texts as long as a long notice."""
    joined = "\n".join(texts())
    drafts = [joined[n * LENGTH : (n + 1) * LENGTH] for n in range(CHECKED) if len(joined) >= (n + 1) * LENGTH]
    drafts = drafts or [(joined * (LENGTH // max(1, len(joined)) + 1))[:LENGTH]]
    marks_in({"body": drafts[0]})
    begun = process_time()
    for draft in drafts:
        marks_in({"body": draft})
    return (process_time() - begun) / len(drafts) * 1000
