"""Gathers what the page of one matter shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from linli.design.shapes import Badge, Clock, Fact
from linli.domains.matters.attachments import Compared, comparable
from linli.domains.matters.queries import (
    ClockView,
    Linked,
    Matter,
    Proof,
    clocks_of,
    files_of,
    get_whole,
    linked_to,
    nearest_clocks,
    openings_of,
    proof_of,
    timeline,
)
from linli.domains.people.actor import Actor
from linli.domains.places.queries import labels
from linli.domains.requests.actions import Contact
from linli.domains.requests.hotline.queries import OrderSeen, order_of
from linli.domains.requests.lifecycle import REPORT_IN
from linli.domains.requests.queries import RequestView, may_contact, may_open_words, request_view
from linli.kernel.vault import Access
from linli.kernel.words import Words, say
from linli.office.matter.duties import Listed, listed_for
from linli.office.matter.facts import facts
from linli.office.matter.hints import Hint, hint_for
from linli.office.matter.offers import Chosen, Offer, chosen, offers
from linli.office.matter.story import Slip, story
from linli.office.matter.wordings import Offered, fill, offered
from linli.office.showing import badge_of, clock_of, named_clock, state_of

LEADS, HELPS, CALLED = say("leads", "主办"), say("helps", "协办"), say("called by whistle", "吹哨报到")


@dataclass(frozen=True)
class Part:
    """One unit's share: what part it has, who has it, where it stands, what is due."""

    number: str
    unit: Words
    role: Words
    holder: str
    state: Badge
    clock: Clock | None


@dataclass
class Page:
    """Everything on the page; what stands after `may_compare` is filled by whatever answers with it.

    `kept` is what was typed for an act that is no longer open.
    """

    entered: Matter
    whole: Matter
    state: Badge
    meaning: Words
    facts: Sequence[Fact]
    slips: Sequence[Slip]
    offers: Sequence[Offer]
    chosen: Chosen | None
    clocks: Sequence[Clock]
    ended: Sequence[Clock]
    parts: Sequence[Part]
    links: Sequence[Linked]
    openings: Sequence[Access]
    proof: Proof
    may_contact: bool
    may_open: bool
    hint: Hint | None
    listed: Listed | None
    order: OrderSeen | None
    may_compare: bool
    contact: Contact | None = None
    compared: Compared | None = None
    originals: dict[UUID, str] = field(default_factory=dict)
    refusal: Words | None = None
    wordings: Sequence[Offered] = ()
    filled: bool = False
    kept: Sequence[tuple[str, str]] = ()

    @property
    def opening(self) -> str:
        """The first words in full, where the title had to cut them."""
        first = next((text.body for slip in self.slips for text in slip.texts), "")
        return first if self.whole.title.endswith("…") else ""

    @property
    def others(self) -> list[Offer]:
        """Acts whose form is not open."""
        return [offer for offer in self.offers if self.chosen is None or offer != self.chosen.offer]


def page_of(
    number: str, *, by: Actor, now: datetime, on: str = "", verb: str = "", take: bool = False, wording: str = ""
) -> Page:
    """The page of the matter with this number; of a part, the page of the whole with the part's acts first.

    With `take` what is suggested, with `wording` a wording of the unit, is filled into the form; nothing is done before
    the reader sends it.
    """
    entered, whole = get_whole(number, by=by)
    view = request_view(whole)
    now_held = [each.matter for each in view.assignments if each.matter.closed_at is None]
    now_held += view.whistled
    moments = timeline(whole, staff=True)
    files = files_of(whole, staff=True)
    open_to = offers(whole, [*now_held, *view.exclusions], entered=entered, by=by, now=now)
    hint = hint_for(whole, open_to, by=by)
    open_form = chosen(open_to, number=on or number, verb=verb, taken=hint.taken if hint and take else None)
    ready = offered(open_form, by=by)
    state = state_of(whole.kind, whole.state)
    running, ended = _clocks(whole, now=now)
    return Page(
        entered=entered,
        whole=whole,
        state=badge_of(state),
        meaning=state.meaning,
        facts=facts(view, place=labels([whole.path]).get(whole.path, ""), now=now),
        slips=story(moments, files, number=whole.number),
        offers=open_to,
        chosen=open_form,
        hint=hint,
        listed=listed_for(open_form, now=now),
        order=order_of(whole),
        clocks=running,
        ended=ended,
        parts=_parts(view, nearest_clocks(now_held, now=now)),
        links=linked_to(whole, by=by),
        openings=openings_of(whole),
        proof=proof_of(moments),
        may_contact=may_contact(by, whole),
        may_open=may_open_words(by, whole),
        wordings=ready,
        filled=fill(open_form, ready, wording),
        may_compare=comparable(files),
    )


def _clocks(whole: Matter, *, now: datetime) -> tuple[Sequence[Clock], Sequence[Clock]]:
    """Those that run, the nearest first, and those that have stopped."""
    clocks = sorted(clocks_of(whole, now=now), key=lambda clock: clock.due_at)
    running = [named_clock(clock) for clock in clocks if clock.stopped_at is None]
    return running, [named_clock(clock) for clock in clocks if clock.stopped_at is not None]


def _parts(view: RequestView, due: Mapping[UUID, ClockView]) -> Sequence[Part]:
    assigned = [_part(each.matter, each.unit.words, LEADS if each.is_lead else HELPS, due) for each in view.assignments]
    called = [one for one in view.whistled if one.holder_unit and one.kind == REPORT_IN.kind]
    return assigned + [_part(one, one.holder_unit.words, CALLED, due) for one in called if one.holder_unit]


def _part(matter: Matter, unit: Words, role: Words, due: Mapping[UUID, ClockView]) -> Part:
    return Part(
        number=matter.number,
        unit=unit,
        role=role,
        holder=matter.holder.display_name if matter.holder else "",
        state=badge_of(state_of(matter.kind, matter.state)),
        clock=clock_of(due[matter.pk]) if matter.pk in due else None,
    )
