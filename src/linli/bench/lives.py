"""Lives the first requests through the real engine, a batch at a time: every state, unit and community occurs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle, islice
from random import Random
from uuid import UUID

from linli.bench.figures import Progress
from linli.bench.neighbourhood import Community, Department, Neighbourhood
from linli.bench.texts import answers, texts
from linli.domains.matters.engine import Act, Draft, Move, open_many, perform_many
from linli.domains.people.actions import NewPerson, register_many
from linli.domains.people.actor import SYSTEM, Actor
from linli.domains.requests.categories import known_categories
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.lifecycle import assignment as lead
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.models import Request
from linli.domains.requests.vocabulary import RequestKind, RightDoor, Urgency
from linli.kernel.lifecycle import Transition

BATCH = 50
ENDS = 10
"""Steps of a life that ends well."""

REACHES = (1, 1, 2, 3, 4, 5, 6, 7, 8, *(ENDS,) * 51)
"""How far lives come: a sixth is still under way, at every desk some."""

PHONES = 1_380_000_0000


@dataclass(frozen=True)
class Where:
    """Who deals with one batch."""

    community: Community
    department: Department
    neighbourhood: Neighbourhood


@dataclass
class Living:
    """One request of a batch, and how many steps it will take."""

    matter: UUID
    reach: int
    lead: UUID | None = None


def register(count: int, *, at: datetime) -> list[UUID]:
    """People with a made-up name and number each."""
    registered: list[UUID] = []
    for first in range(0, count, 2000):
        people = [NewPerson(name=f"居民{n}", phone=phone(n)) for n in range(first, min(first + 2000, count))]
        registered += register_many(people=people, by=SYSTEM, at=at)
    return registered


def phone(number: int) -> str:
    """The telephone number of the `number`th person."""
    return str(PHONES + number)


def live(
    count: int, hood: Neighbourhood, people: Sequence[UUID], *, since: datetime, span: timedelta, progress: Progress
) -> None:
    """Lives `count` requests, reported evenly over `span` from `since` on."""
    random = Random(0)  # noqa: S311 - made-up lives need no secret dice
    written, replied = cycle(texts()), cycle(answers())
    batches = -(-count // BATCH)
    for batch in range(batches):
        progress(batch * BATCH, count, "lives")
        where = Where(
            hood.communities[batch % len(hood.communities)], hood.departments[batch % len(hood.departments)], hood
        )
        some = min(BATCH, count - batch * BATCH)
        drafts = [_draft(text, where, random.choice(people), random) for text in islice(written, some)]
        _live_batch(drafts, where, replied, since + span * batch / batches, random)


def _draft(text: str, where: Where, person: UUID, random: Random) -> Draft:
    details = life.Report(
        text=text,
        place=random.choice(where.community.buildings),
        category=random.choice(sorted(known_categories())),
        kind=random.choice(list(RequestKind)),
        urgency=Urgency.ORDINARY,
        share=random.random() < 0.5,
    )
    return Draft(details=details, opener=person)


def _live_batch(drafts: Sequence[Draft], where: Where, replied: Iterator[str], at: datetime, random: Random) -> None:
    opened = open_many(REQUEST.kind, drafts, by=Actor(channel="web"), at=at)
    living = [Living(act.matter.pk, random.choice(REACHES)) for act in opened]
    declined, living = living[:1], living[1:]
    _step(declined, 0, where.community.head, _decline, at + timedelta(hours=3))
    for step, (by, details, hours) in enumerate(_steps(where, replied), start=1):
        _step(living, step, by, details, at + timedelta(hours=hours))
        if step == SENT:
            _find_leads(living)


SENT = 2
"""After this step a request has an assignment."""

ON_LEAD = range(3, 7)
"""Steps that the answering unit takes on its assignment."""

Steps = Iterator[tuple[Actor, Callable[[], Transition], float]]


def _steps(where: Where, replied: Iterator[str]) -> Steps:
    """What happens, by whom, how many hours after the report."""
    head, clerk, caller = where.community.head, where.department.clerk, where.neighbourhood.caller
    yield head, life.Accept, 2
    yield head, lambda: life.Dispatch(unit=where.department.unit, note="请按时限办理并答复居民。"), 4
    yield clerk, lead.SignFor, 8
    yield clerk, lambda: lead.ReportProgress(text="已联系居民了解情况，明天到现场查看。"), 24
    yield clerk, lambda: lead.ReportProgress(text="现场看过，正在安排维修，配件已订。"), 72
    yield clerk, lambda: lead.Answer(text=next(replied)), 120
    yield head, lambda: life.Verify(true_on_site=True, note="现场看过，与答复一致。"), 144
    yield caller, lambda: life.CallBack(contacted=False), 160
    yield caller, lambda: life.CallBack(contacted=True, solved=True, satisfied=True, note="居民表示满意。"), 170


def _decline() -> Transition:
    return life.DeclineToAccept(door=RightDoor.HOTLINE, reason="此事由市级部门统一受理，请拨打 12345。")


def _step(living: Sequence[Living], step: int, by: Actor, details: Callable[[], Transition], at: datetime) -> list[Act]:
    """Everyone whose life comes this far takes this step; the bench needs all of them to succeed."""
    moves = [
        Move(matter=(one.lead or one.matter) if step in ON_LEAD else one.matter, details=details())
        for one in living
        if one.reach > step
    ]
    if not moves:
        return []
    outcome = perform_many(moves, by=by, at=at)
    for refusal in outcome.refused.values():
        raise refusal
    return outcome.done


def _find_leads(living: Sequence[Living]) -> None:
    leads = dict(Request.objects.filter(pk__in=[one.matter for one in living]).values_list("pk", "lead"))
    for one in living:
        one.lead = leads[one.matter]
