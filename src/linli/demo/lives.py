"""How a request of the demo goes: a plan of steps, most of them good, some bounced, failed or taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from linli.demo.telling import Told
from linli.domains.requests.lifecycle import assignment as lead
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.vocabulary import BounceGround
from linli.kernel.lifecycle import Transition

RESIDENT = "resident"
FAST, SAME_DAY, NEXT_DAY, DAYS = (0.2, 1.5), (0.5, 5.0), (8.0, 30.0), (20.0, 70.0)


@dataclass(frozen=True)
class Step:
    """One act: what, by whom (a username or the resident), on the request or its lead, after how many hours."""

    details: Transition
    by: str
    hours: tuple[float, float]
    on_lead: bool = False


@dataclass(frozen=True)
class Cast:
    """Who plays which part for one request; `handler` answers for `unit`."""

    desk: str
    head: str
    handler: str
    unit: str


def plan(told: Told, cast: Cast, send: life.Dispatch, wrong: life.Dispatch, random: Random) -> Iterator[Step]:
    """The steps of one life; whoever runs it stops at today."""
    yield Step(life.Accept(), cast.desk, FAST if random.random() < 0.8 else NEXT_DAY)
    chance = random.random()
    if chance < 0.05:
        yield Step(life.Withdraw(reason="自己解决了，谢谢。"), RESIDENT, NEXT_DAY)
        return
    if chance < 0.14:
        yield from _bounced(cast, wrong)
    yield Step(send, cast.head, FAST)
    yield from _worked(told, cast, random)
    yield from _judged(told, cast, send, random)


def _bounced(cast: Cast, wrong: life.Dispatch) -> Iterator[Step]:
    yield Step(wrong, cast.head, FAST)
    asked = lead.AskToBounce(
        ground=BounceGround.NOT_OUR_DUTY, evidence="权责清单里此项由另一单位主责，本单位不具备处置条件。"
    )
    yield Step(asked, "clerk.city", SAME_DAY, on_lead=True)
    yield Step(lead.GrantBounce(reason="同意，改派。"), cast.head, SAME_DAY, on_lead=True)


def _worked(told: Told, cast: Cast, random: Random) -> Iterator[Step]:
    story, handler = told.story, cast.handler
    yield Step(lead.SignFor(), handler, FAST if random.random() < 0.8 else NEXT_DAY, on_lead=True)
    yield Step(lead.ReportProgress(text=story.progress), handler, SAME_DAY, on_lead=True)
    if story.question and random.random() < 0.7:
        yield Step(lead.AskResident(text=story.question), handler, SAME_DAY, on_lead=True)
        yield Step(life.GiveInformation(text=story.given), RESIDENT, NEXT_DAY)
    yield Step(lead.Answer(text=story.answer), handler, DAYS, on_lead=True)


def _judged(told: Told, cast: Cast, again: life.Dispatch, random: Random) -> Iterator[Step]:
    chance = random.random()
    if chance < 0.25:
        yield Step(life.Judge(solved=True, satisfied=True, note="很快，谢谢。"), RESIDENT, SAME_DAY)
        return
    yield Step(life.Verify(true_on_site=True, note="现场看过，与答复一致。"), _other_than(cast), NEXT_DAY)
    if chance < 0.37:
        no = life.CallBack(contacted=True, solved=False, satisfied=False, note="居民说没两天又坏了。")
        yield Step(no, "callback", NEXT_DAY)
        yield Step(again, cast.head, FAST)
        yield from _worked(told, cast, random)
        yield Step(life.Verify(true_on_site=True, note="再次核实，已换新。"), _other_than(cast), NEXT_DAY)
    elif chance < 0.5:
        for _ in range(3 if chance < 0.41 else 1):
            yield Step(life.CallBack(contacted=False), "callback", NEXT_DAY)
        if chance < 0.41:
            return
    yes = life.CallBack(contacted=True, solved=True, satisfied=True, note="居民表示满意。")
    yield Step(yes, "callback", NEXT_DAY)
    if random.random() < 0.06:
        yield Step(life.Reopen(reason="又出现同样的问题，请再来看看。"), RESIDENT, DAYS)


def _other_than(cast: Cast) -> str:
    """Whoever checks is not whoever answered."""
    return "dispatcher" if cast.handler == cast.head else cast.head
