"""What pages and papers read of a dispute."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from linli.domains.matters.engine.refusals import unknown
from linli.domains.matters.models import Matter, Text
from linli.domains.matters.queries import get_by_number
from linli.domains.people.actor import Actor
from linli.domains.requests.disputes.lifecycle import DISPUTANT, DISPUTE, PROMISE
from linli.domains.requests.disputes.rights import MEDIATE
from linli.domains.requests.disputes.states import STRUCK

FAMILY = (DISPUTE.kind, DISPUTANT.kind, PROMISE.kind)


@dataclass(frozen=True)
class DisputeView:
    """A dispute's parties, the applicant first, and its promises in the order they were made."""

    disputants: Sequence[Matter]
    promises: Sequence[Matter]


def dispute_view(dispute: Matter) -> DisputeView:
    """The parts of a dispute already read by right; one statement."""
    parts = Matter.objects.filter(parent=dispute).select_related("holder_unit", "holder", "opener").order_by("number")
    found = list(parts)
    return DisputeView(
        [part for part in found if part.kind == DISPUTANT.kind], [part for part in found if part.kind == PROMISE.kind]
    )


def promises_of(part: Matter) -> Sequence[tuple[Matter, str]]:
    """The promises of the agreement that this party signs or has signed, in masked words; two statements."""
    rows = Matter.objects.filter(parent=part.parent_id, kind=PROMISE.kind).exclude(state=STRUCK.code)
    promises = list(rows.order_by("opened_at", "pk"))
    said = Text.objects.filter(event__in=[promise.facts["event"] for promise in promises])
    words = {str(event): body for event, body in said.values_list("event", "body")}
    return [(promise, words.get(promise.facts["event"], promise.title)) for promise in promises]


def agreement_of(part: Matter) -> bool:
    """Whether there is an agreement to read for this party; one statement."""
    return Matter.objects.filter(parts=part, facts__has_key="draft").exists()


def get_dispute(number: str, *, by: Actor) -> Matter:
    """The dispute of that number, for whoever mediates it; NotFound for everyone else."""
    dispute = get_by_number(number, by=by)
    if dispute.kind != DISPUTE.kind or not mediates(by, dispute):
        raise unknown()
    return dispute


def own_disputes(*, by: Actor) -> Sequence[Matter]:
    """The actor's own parts in disputes, the newest first."""
    if by.stands_for is None:
        return []
    rows = Matter.objects.filter(kind=DISPUTANT.kind, opener=by.stands_for)
    return list(rows.select_related("place", "holder_unit", "holder", "parent").order_by("-opened_at", "-pk")[:50])


def mediates(by: Actor, dispute: Matter) -> bool:
    """Whether the actor reads this dispute and its parties as a mediator."""
    return by.may(MEDIATE.code, at_place=dispute.path)
