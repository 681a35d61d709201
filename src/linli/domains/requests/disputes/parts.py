"""Who has which part in a dispute."""

from __future__ import annotations

from linli.domains.matters.models import Matter
from linli.domains.matters.parts import anyone, holder, holds, opener, system
from linli.domains.people.actor import Actor
from linli.domains.requests.disputes.rights import MEDIATE
from linli.kernel.lifecycle import Who
from linli.kernel.words import say

__all__ = ["anyone", "mediator", "party", "system"]


DISPUTANT = "disputant"


def _is_party(actor: Actor, matter: Matter) -> bool:
    if matter.kind != DISPUTANT or actor.on_behalf_of is not None:
        return False
    return opener(actor, matter) or holder(actor, matter)


party = Who(say("the party", "当事人"), _is_party)
"""In person: whoever was let act for somebody in requests decides nothing for them in a dispute."""
mediator = holds(MEDIATE) & ~party
"""Nobody mediates where they are a party."""
