"""A matter with its parts, as its page needs them: whose kind it is decides what is shown beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from linli.design.said import moment
from linli.design.shapes import Badge, Clock, Fact, Text
from linli.domains.matters.kinds import kind_of
from linli.domains.matters.queries import (
    ClockView,
    Matter,
    Moment,
    nearest_clocks,
    timeline,
    told_to_part,
)
from linli.domains.notices.lifecycle import NOTICE, REPLY
from linli.domains.people.actor import Actor
from linli.domains.places.queries import labels
from linli.domains.requests.disputes.lifecycle import DISPUTANT
from linli.domains.requests.disputes.queries import FAMILY, agreement_of, dispute_view, mediates
from linli.domains.requests.disputes.vocabulary import Owing, Side
from linli.domains.requests.lifecycle import FLAG, REPORT_IN
from linli.domains.requests.queries import RequestView, may_contact, may_open_words, request_view
from linli.kernel.words import Words, say
from linli.office.matter.facts import facts
from linli.office.showing import badge_of, clock_of, state_of

LEADS, HELPS, CALLED = say("leads", "主办"), say("helps", "协办"), say("called by whistle", "吹哨报到")


@dataclass(frozen=True)
class Part:
    """One part: whose it is, where it stands, what is due."""

    number: str
    name: Text
    role: Text
    holder: str
    state: Badge
    clock: Clock | None


@dataclass(frozen=True)
class Family:
    """What a page shows of a matter's parts, and what its reader may open. `acting` are parts one can act on."""

    moments: Sequence[Moment]
    facts: Sequence[Fact]
    parts: Sequence[Part]
    acting: Sequence[Matter]
    may_contact: bool
    may_open: bool
    is_request: bool = False
    has_file: bool = False
    has_agreement: bool = False


def family_of(entered: Matter, whole: Matter, *, by: Actor, now: datetime) -> Family:
    """The family of a request, of a dispute, what one party of a dispute sees of it, or what has none."""
    if whole.kind == DISPUTANT.kind:
        return _party_alone(whole, now=now)
    if whole.kind in FAMILY:
        return _dispute(entered, whole, by=by, now=now)
    if whole.kind == FLAG.kind:
        return _flag(whole, now=now)
    if whole.kind == NOTICE.kind:
        return _alone(timeline(whole, staff=True), _facts(whole, now=now))
    if whole.kind == REPLY.kind:
        return _reply(whole, by=by, now=now)
    return _request(whole, by=by, now=now)


def _request(whole: Matter, *, by: Actor, now: datetime) -> Family:
    view = request_view(whole)
    held = [each.matter for each in view.assignments if each.matter.closed_at is None]
    held += view.whistled
    return Family(
        moments=timeline(whole, staff=True),
        facts=facts(view, place=labels([whole.path]).get(whole.path, ""), now=now),
        parts=_units(view, nearest_clocks(held, now=now)),
        acting=[*held, *view.exclusions, *view.appealed],
        may_contact=may_contact(by, whole),
        may_open=may_open_words(by, whole),
        is_request=True,
    )


def _units(view: RequestView, due: Mapping[UUID, ClockView]) -> Sequence[Part]:
    assigned = [
        _part(each.matter, name=each.unit.words, role=LEADS if each.is_lead else HELPS, due=due)
        for each in view.assignments
    ]
    called = [one for one in view.whistled if one.kind == REPORT_IN.kind]
    return assigned + [
        _part(one, name=one.holder_unit.words, role=CALLED, due=due) for one in called if one.holder_unit
    ]


def _dispute(entered: Matter, whole: Matter, *, by: Actor, now: datetime) -> Family:
    view = dispute_view(whole)
    parts = [*view.disputants, *view.promises]
    due = nearest_clocks([part for part in parts if part.closed_at is None], now=now)
    return Family(
        moments=timeline(whole, staff=True),
        facts=_facts(whole, now=now),
        parts=[_part(part, name=_name(part), role=_role(part), due=due) for part in parts],
        acting=[part for part in parts if part.closed_at is None],
        may_contact=mediates(by, whole) and entered.kind == DISPUTANT.kind,
        may_open=mediates(by, whole),
        has_file=mediates(by, whole),
        has_agreement=mediates(by, whole) and "draft" in whole.facts,
    )


def _party_alone(part: Matter, *, now: datetime) -> Family:
    return Family(
        moments=told_to_part(part),
        facts=_facts(part, now=now),
        parts=[],
        acting=[],
        may_contact=False,
        may_open=True,
        has_agreement=agreement_of(part),
    )


def _flag(whole: Matter, *, now: datetime) -> Family:
    flagged = Fact(name=say("Reported", "被举报的诉求"), value=whole.facts["number"])
    return _alone(timeline(whole, staff=True), [flagged, *_facts(whole, now=now)])


def _reply(whole: Matter, *, by: Actor, now: datetime) -> Family:
    about = Fact(name=say("About the notice", "针对公告"), value=whole.facts["notice"])
    may_open = kind_of(whole.kind).may_open(by, whole)
    return _alone(timeline(whole, staff=True), [about, *_facts(whole, now=now)], may_open=may_open)


def _alone(moments: Sequence[Moment], facts: Sequence[Fact], *, may_open: bool = False) -> Family:
    """What has no parts."""
    return Family(moments=moments, facts=facts, parts=[], acting=[], may_contact=False, may_open=may_open)


def _facts(matter: Matter, *, now: datetime) -> list[Fact]:
    return [
        Fact(name=say("Number", "编号"), value=matter.number),
        Fact(name=say("Place", "地点"), value=labels([matter.path]).get(matter.path, "")),
        Fact(name=say("About", "类别"), value=kind_of(matter.kind).category_words(matter.category)),
        Fact(name=say("Since", "申请时间"), value=moment(matter.opened_at, now=now)),
    ]


def _name(part: Matter) -> Text:
    if part.kind == DISPUTANT.kind:
        return part.holder_unit.words if part.holder_unit else say("A person", "个人")
    return part.title


def _role(part: Matter) -> Words:
    return Side(part.facts["side"]).words if "side" in part.facts else Owing(part.facts["owing"]).words


def _part(matter: Matter, *, name: Text, role: Words, due: Mapping[UUID, ClockView]) -> Part:
    return Part(
        number=matter.number,
        name=name,
        role=role,
        holder=matter.holder.display_name if matter.holder else "",
        state=badge_of(state_of(matter.kind, matter.state)),
        clock=clock_of(due[matter.pk]) if matter.pk in due else None,
    )
