"""What can be done with a matter and its parts now, the likeliest first, and the form of the one chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.urls import reverse

from linli.domains.matters.kinds import kind_of
from linli.domains.matters.queries import Button, Matter, acts_for, choices_for, drafted
from linli.domains.people.actor import Actor
from linli.kernel.lifecycle.forms import TransitionForm, form_for


@dataclass(frozen=True)
class Offer:
    """One act open to the reader, on the matter or on one of its parts."""

    matter: Matter
    act: Button
    whole: str
    entered: str

    @property
    def part(self) -> str:
        """The number of the part it is done to; empty where it is the matter itself."""
        return "" if self.matter.number == self.whole else self.matter.number

    @property
    def href(self) -> str:
        """The page the reader came by, with this act's form open: whoever holds a part may not enter by the whole."""
        elsewhere = {"on": self.matter.number} if self.matter.number != self.entered else {}
        asked = urlencode({"act": self.act.verb, **elsewhere})
        return f"{reverse('office:matter', args=[self.entered])}?{asked}#act"

    @property
    def action(self) -> str:
        """Where its form is sent."""
        return reverse("office:act", args=[self.matter.number, self.act.verb])

    @property
    def takes_files(self) -> bool:
        """Whether something can be added to show what the words say."""
        return bool(kind_of(self.matter.kind).files and self.act.transition.sealed_fields())

    @property
    def shows_work(self) -> bool:
        """Whether photos from before and after the work come with it."""
        return self.takes_files and self.act.transition.shows_work

    def is_(self, number: str, verb: str) -> bool:
        """Whether it is this act on this matter."""
        return (self.matter.number, self.act.verb) == (number, verb)


@dataclass(frozen=True)
class Chosen:
    """The act whose form stands open, with what was typed."""

    offer: Offer
    form: TransitionForm


def offers(whole: Matter, parts: Sequence[Matter], *, entered: Matter, by: Actor, now: datetime) -> list[Offer]:
    """Duties first, those of the matter that was asked for before the others'."""
    matters = sorted((whole, *parts), key=lambda matter: matter.pk != entered.pk)
    found = [
        Offer(matter, act, whole.number, entered.number)
        for matter in matters
        for act in acts_for(matter, by=by, now=now)
    ]
    return sorted(found, key=lambda offer: not offer.act.transition.duty)


def chosen(among: Sequence[Offer], *, number: str, verb: str, taken: Mapping[str, str] | None = None) -> Chosen | None:
    """The act asked for; without one, the first duty: what is asked of the reader stands open.

    `taken` is filled in beforehand: what was suggested and the reader took over, to be sent or changed.
    """
    if verb:
        offer = next((offer for offer in among if offer.is_(number, verb)), None)
    else:
        offer = next((offer for offer in among if offer.act.transition.duty), None)
    if offer is None:
        return None
    initial = {**drafted(offer.act.transition, offer.matter), **(taken or {})}
    return Chosen(offer, made(offer)(initial=initial, auto_id="act_%s"))


def made(offer: Offer) -> type[TransitionForm]:
    """The form class of an offer, its choices bound to the matter."""
    return form_for(offer.act.transition, choices=choices_for(offer.matter))
