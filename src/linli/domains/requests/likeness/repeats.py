"""Which of the requests about one matter the same resident had reported before."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from linli.domains.matters.models import Matter
from linli.domains.people.actor import Actor
from linli.domains.people.queries import same_people
from linli.domains.requests.confiding import may_contact
from linli.domains.requests.likeness.finding import Alike


def reported_again(matter: Matter, alike: Sequence[Alike], *, by: Actor) -> set[UUID]:
    """Those among `alike` that came from the reporter of `matter`, or from the same phone number.

    Nothing where the actor may not know who reported either of the two: who is confidential stays so.
    """
    others = [one.matter for one in alike if one.matter.opener_id]
    if matter.opener_id is None or not others or not may_contact(by, matter):
        return set()
    same = same_people(matter.opener_id, among=[other.opener_id for other in others if other.opener_id])
    return {other.pk for other in others if other.opener_id in same and may_contact(by, other)}
