"""Who has which part in a notice: the predicates its table reads like prose."""

from __future__ import annotations

from linli.domains.matters.models import Matter
from linli.domains.matters.parts import anyone, holder, holds, opener, system
from linli.domains.notices import rights
from linli.domains.people.actor import Actor
from linli.kernel.lifecycle import Who
from linli.kernel.words import say

__all__ = ["alerter", "answerer", "anyone", "author", "opener", "reviewer", "system", "writer"]


def _wrote(actor: Actor, matter: Matter) -> bool:
    return actor.account is not None and str(actor.account) in matter.facts.get("authors", ())


author = Who(say("whoever wrote in it", "起草人"), _wrote)
writer = holds(rights.WRITE)
reviewer = holds(rights.REVIEW) & ~author
"""Four eyes: nobody who wrote a word of it reviews it."""
alerter = holds(rights.ALERT)
answerer = holder & holds(rights.ANSWER)
