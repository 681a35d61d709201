"""Fills an empty deployment with sixty days of Liuyin's life, in the order it happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from heapq import heappop, heappush
from random import Random
from uuid import UUID

from linli.demo import episodes, mediations
from linli.demo.announcing import add_doors, announce_all
from linli.demo.days import in_office, waking
from linli.demo.episodes import Teller
from linli.demo.lives import RESIDENT, Cast, Step, plan
from linli.demo.people import SignIn, sign_ins
from linli.demo.stage import Stage, set_stage
from linli.demo.stories import ELSEWHERE
from linli.demo.teaching import teach
from linli.demo.telling import Told, tell
from linli.domains.matters.engine import perform
from linli.domains.matters.following import follow
from linli.domains.matters.missing import mark_missed
from linli.domains.matters.models import Matter
from linli.domains.people.actor import Actor
from linli.domains.requests.actions import report
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.queries import lead_of
from linli.domains.requests.vocabulary import RightDoor
from linli.kernel.refusal import Refusal

DAYS, REQUESTS = 60, 150
EPISODES: dict[Callable[[Teller], None], int] = {
    episodes.whistled: 14,
    episodes.planned: 12,
    episodes.set_aside: 13,
    episodes.exclusion_asked: 9,
    episodes.merged: 8,
    episodes.handed_outside: 6,
    mediations.agreed: 18,
    mediations.between_sessions: 10,
}
"""What is told last, and how many days ago it began."""
Progress = Callable[[int, int, str], None]


@dataclass(order=True)
class Next:
    """The next thing to happen, and the life it belongs to."""

    at: datetime
    order: int
    life: Life = field(compare=False)
    step: Step | None = field(compare=False)


@dataclass
class Life:
    """One request of the demo under way."""

    told: Told
    steps: Iterator[Step]
    by: Actor
    matter: UUID | None = None


def is_filled() -> bool:
    """Whether anything has ever been reported here."""
    return Matter.objects.exists()


def fill(*, at: datetime, seed: int = 0, requests: int = REQUESTS, progress: Progress) -> list[SignIn]:
    """Builds the neighbourhood and lives it up to `at`; answers with one sign-in per role."""
    progress(0, requests, "places and people")
    stage = set_stage(at=at - timedelta(days=DAYS + 30), seed=seed)
    _live(stage, at, Random(seed), requests, progress)
    teach(stage, at=at)
    _show(stage, at)
    return sign_ins(at=at)


def _show(stage: Stage, until: datetime) -> None:
    """Tells the lives that chance seldom brings, begun long enough ago to stand where a visitor sees it."""
    for episode, days in EPISODES.items():
        episode(Teller(stage, until=until, days=days))
    add_doors(stage, at=until - timedelta(days=DAYS))
    announce_all(stage, until=until)
    mark_missed(at=until)


def _live(stage: Stage, until: datetime, random: Random, requests: int, progress: Progress) -> None:
    queue: list[Next] = []
    for order in range(requests):
        begun = waking(until - timedelta(days=_days_ago(random)), random)
        heappush(queue, Next(min(begun, until - timedelta(minutes=order)), order, _life(stage, random), None))
    begun_lives = 0
    while queue:
        due = heappop(queue)
        if due.at > until:
            continue
        if due.step is None:
            begun_lives += 1
            progress(begun_lives, requests, "requests")
        mark_missed(at=due.at)
        _happen(due, stage, random)
        step = next(due.life.steps, None)
        if step and due.life.matter:
            when = _when(step, due.at, random)
            heappush(queue, Next(when, due.order, due.life, step))
    mark_missed(at=until)  # so that the first worker tells nobody of what is long past


def _days_ago(random: Random) -> float:
    """Half of what is told happened lately, so that every desk has something to do today."""
    return random.uniform(0.2, 7 if random.random() < 0.45 else DAYS)


def _when(step: Step, after: datetime, random: Random) -> datetime:
    if step.by == RESIDENT:
        return after + timedelta(hours=random.uniform(*step.hours))
    return in_office(after, random, hours=step.hours)


def _happen(due: Next, stage: Stage, random: Random) -> None:
    this = due.life
    if due.step is None or this.matter is None:
        this.matter = _report(this, stage, due.at, random)
        return
    actor = this.by if due.step.by == RESIDENT else stage.staff[due.step.by]
    target = lead_of(this.matter) if due.step.on_lead else this.matter
    perform(target, due.step.details, by=actor, at=due.at)
    if random.random() < 0.05 and isinstance(due.step.details, life.Accept):
        _follow(this.matter, stage, due.at, random)


def _report(this: Life, stage: Stage, at: datetime, random: Random) -> UUID:
    story = this.told.story
    details = life.Report(
        text=this.told.text,
        place=this.told.place,
        category=story.category,
        kind=story.kind,
        urgency=story.urgency,
        share=random.random() < 0.7,
    )
    return report(details, by=this.by, at=at).matter.pk


def _follow(matter: UUID, stage: Stage, at: datetime, random: Random) -> None:
    number = Matter.objects.values_list("number", flat=True).get(pk=matter)
    for person in random.sample(stage.persons, random.randint(1, 6)):
        with suppress(Refusal):  # not every request is shared with neighbours
            follow(number, by=Actor(person=person), at=at, me_too=random.random() < 0.6)


def _life(stage: Stage, random: Random) -> Life:
    told = tell(random, stage.spots, stage.neighbours)
    by = Actor(person=stage.persons[told.teller], channel=random.choice(("web", "web", "web", "phone", "visit")))
    if random.random() < 0.05:
        return _elsewhere(told, by, random)
    cast = _cast(told, stage)
    send = life.Dispatch(unit=UUID(cast.unit), note="请按时限办理并答复居民。")
    wrong = life.Dispatch(unit=stage.units["city"], note="请城管科先看。")
    return Life(told, plan(told, cast, send, wrong, random), by)


def _elsewhere(told: Told, by: Actor, random: Random) -> Life:
    text, door, reason = random.choice(ELSEWHERE)
    answer = Step(life.DeclineToAccept(door=RightDoor(door), reason=reason), f"desk.{told.community}", (0.2, 3.0))
    return Life(replace(told, text=text), iter((answer,)), by)


def _cast(told: Told, stage: Stage) -> Cast:
    where, unit = told.community, told.story.unit
    handlers = {"property": f"property.{where}", "committee": f"grid.{where}"}
    handler = handlers.get(unit, f"clerk.{unit}")
    units = {"property": f"property.{where}", "committee": f"committee.{where}"}
    return Cast(f"desk.{where}", f"head.{where}", handler, str(stage.units[units.get(unit, unit)]))
