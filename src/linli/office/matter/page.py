"""Gathers what the page of one matter shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from linli.design.shapes import Badge, Clock
from linli.domains.matters.attachments import Compared, comparable
from linli.domains.matters.queries import (
    Linked,
    Matter,
    Proof,
    clocks_of,
    files_of,
    get_whole,
    linked_to,
    openings_of,
    proof_of,
)
from linli.domains.people.actor import Actor
from linli.domains.requests.actions import Contact
from linli.domains.requests.hotline.queries import OrderSeen, order_of
from linli.kernel.vault import Access
from linli.kernel.words import Words
from linli.office.matter.duties import Listed, listed_for
from linli.office.matter.family import Family, family_of
from linli.office.matter.hints import Hint, hint_for
from linli.office.matter.offers import Chosen, Offer, chosen, offers
from linli.office.matter.story import Slip, story
from linli.office.matter.wordings import Offered, fill, offered
from linli.office.showing import badge_of, named_clock, state_of


@dataclass
class Page:
    """Everything on the page; what stands after `may_compare` is filled by whatever answers with it.

    `kept` is what was typed for an act that is no longer open.
    """

    entered: Matter
    whole: Matter
    family: Family
    state: Badge
    meaning: Words
    slips: Sequence[Slip]
    offers: Sequence[Offer]
    chosen: Chosen | None
    clocks: Sequence[Clock]
    ended: Sequence[Clock]
    links: Sequence[Linked]
    openings: Sequence[Access]
    proof: Proof
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
    family = family_of(entered, whole, by=by, now=now)
    files = files_of(whole, staff=True)
    open_to = offers(whole, family.acting, entered=entered, by=by, now=now)
    hint = hint_for(whole, open_to, by=by)
    open_form = chosen(open_to, number=on or number, verb=verb, taken=hint.taken if hint and take else None)
    ready = offered(open_form, by=by)
    state = state_of(whole.kind, whole.state)
    running, ended = _clocks(whole, now=now)
    return Page(
        entered=entered,
        whole=whole,
        family=family,
        state=badge_of(state),
        meaning=state.meaning,
        slips=story(family.moments, files, number=whole.number),
        offers=open_to,
        chosen=open_form,
        hint=hint,
        listed=listed_for(open_form, now=now),
        order=order_of(whole),
        clocks=running,
        ended=ended,
        links=linked_to(whole, by=by),
        openings=openings_of(whole),
        proof=proof_of(family.moments),
        wordings=ready,
        filled=fill(open_form, ready, wording),
        may_compare=comparable(files),
    )


def _clocks(whole: Matter, *, now: datetime) -> tuple[Sequence[Clock], Sequence[Clock]]:
    """Those that run, the nearest first, and those that have stopped."""
    clocks = sorted(clocks_of(whole, now=now), key=lambda clock: clock.due_at)
    running = [named_clock(clock) for clock in clocks if clock.stopped_at is None]
    return running, [named_clock(clock) for clock in clocks if clock.stopped_at is not None]
