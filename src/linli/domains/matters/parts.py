"""The parts anyone can have in any matter, as predicates for lifecycle tables."""

from __future__ import annotations

from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Matter
from linli.domains.people.actor import Actor
from linli.domains.people.rights import Right
from linli.kernel.lifecycle import Who
from linli.kernel.words import say


def _opened(actor: Actor, matter: Matter) -> bool:
    return actor.tracks == matter.pk or (actor.stands_for is not None and actor.stands_for == matter.opener_id)


def _holds(actor: Actor, matter: Matter) -> bool:
    return matter.holder_unit_id in actor.units(kind_of(matter.kind).holder_right)


anyone = Who(say("anyone", "任何人"), lambda actor, matter: True)
opener = Who(say("the resident", "诉求人"), _opened)
holder = Who(say("the unit that holds it", "承办单位"), _holds)
system = Who(say("the system", "系统"), lambda actor, matter: actor.system)


def holds(right: Right) -> Who:
    """Whoever holds `right` over the matter's place."""
    return Who(right.holder or right.words, lambda actor, matter: actor.may(right.code, at_place=matter.path))
