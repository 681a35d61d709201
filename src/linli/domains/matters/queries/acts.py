"""What an actor can do with a matter now: the buttons of every door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Matter
from linli.domains.people.actor import Actor
from linli.kernel.lifecycle import Guard, Tone, Transition
from linli.kernel.words import Words


@dataclass(frozen=True)
class Button:
    """One act offered: its verb, its words, how weighty it looks, whether it needs details."""

    verb: str
    words: Words
    tone: Tone
    asks: bool
    transition: type[Transition]


def may_act(transition: type[Transition], matter: Matter, actor: Actor, *, now: datetime) -> bool:
    """Whether state, rights and time allow it; conditions on its details speak when it is tried."""
    return _theirs(transition, matter, actor) and hindrance(transition, matter, now=now) is None


def acts_for(matter: Matter, *, by: Actor, now: datetime) -> list[Button]:
    """Every act open to the actor, the likeliest first, as the lifecycle table orders them."""
    return [
        Button(transition.verb(), transition.words, transition.tone, bool(transition.model_fields), transition)
        for transition in _leaving(matter)
        if may_act(transition, matter, by, now=now)
    ]


def hindrances(matter: Matter, *, by: Actor, now: datetime) -> list[Words]:
    """Why the actor can no longer do, or not yet, what would be theirs to do: what to do instead."""
    theirs = (transition for transition in _leaving(matter) if _theirs(transition, matter, by))
    refusing = (_refusing(transition, matter, now=now) for transition in theirs)
    return [sentence for guard, sentence in filter(None, refusing) if not guard.quiet]


def hindrance(transition: type[Transition], matter: Matter, *, now: datetime) -> Words | None:
    """The sentence of the first condition that refuses it whatever its details."""
    refusing = _refusing(transition, matter, now=now)
    return refusing and refusing[1]


def duty_of(matter: Matter, *, by: Actor) -> type[Transition] | None:
    """The first act that is asked of the actor, and not only open to them."""
    return next((one for one in _leaving(matter) if one.duty and _theirs(one, matter, by)), None)


def _refusing(transition: type[Transition], matter: Matter, *, now: datetime) -> tuple[Guard, Words] | None:
    early = ((guard, guard.check(matter, None, now)) for guard in transition.guards if guard.before_asking)
    return next(((guard, sentence) for guard, sentence in early if sentence), None)


def _theirs(transition: type[Transition], matter: Matter, actor: Actor) -> bool:
    return not transition.derived and transition in _leaving(matter) and transition.who(actor, matter)


def _leaving(matter: Matter) -> tuple[type[Transition], ...]:
    return kind_of(matter.kind).life.leaving(matter.state)
