"""What routing suggests to whoever accepts or dispatches a request, and how it is taken over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from linli.domains.matters.queries import Matter
from linli.domains.people.actor import Actor
from linli.domains.requests.routing.queries import Suggested, suggested_for
from linli.office.matter.offers import Offer

VERBS = ("accept", "dispatch")
"""The acts a suggestion is about."""


@dataclass(frozen=True)
class Hint:
    """A suggestion beside the act it is for; `taken` is what taking it over fills in."""

    offer: Offer
    suggested: Suggested

    @property
    def taken(self) -> Mapping[str, str]:
        """The fields of the act's form that it speaks of."""
        row = self.suggested.row
        if self.offer.act.verb == "accept":
            return {"category": row.category} if row.category else {}
        return {"unit": str(row.receiver_id)} if row.receiver_id else {}

    @property
    def href(self) -> str:
        """The page with the act's form filled in."""
        return self.offer.href.replace("?", "?take=1&", 1)


def hint_for(matter: Matter, offers: Sequence[Offer], *, by: Actor) -> Hint | None:
    """The suggestion, where the reader may do what it is about; asked for nowhere else."""
    offer = next((one for one in offers if not one.part and one.act.verb in VERBS), None)
    found = suggested_for(matter, by=by) if offer else None
    return Hint(offer, found) if offer and found else None
