"""What an actor can do with a matter now: the buttons of every door."""

from __future__ import annotations

from dataclasses import dataclass

from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Matter
from linli.domains.people.actor import Actor
from linli.kernel.lifecycle import Tone, Transition
from linli.kernel.words import Words


@dataclass(frozen=True)
class Button:
    """One act offered: its verb, its words, how weighty it looks, whether it needs details."""

    verb: str
    words: Words
    tone: Tone
    asks: bool
    transition: type[Transition]


def may_act(transition: type[Transition], matter: Matter, actor: Actor) -> bool:
    """Whether the state and the rights allow it; guards speak when it is tried."""
    return not transition.derived and transition in _leaving(matter) and transition.who(actor, matter)


def acts_for(matter: Matter, *, by: Actor) -> list[Button]:
    """Every act open to the actor, the likeliest first, as the lifecycle table orders them."""
    return [
        Button(transition.verb(), transition.words, transition.tone, bool(transition.model_fields), transition)
        for transition in _leaving(matter)
        if may_act(transition, matter, by)
    ]


def duty_of(matter: Matter, *, by: Actor) -> type[Transition] | None:
    """The first act that is asked of the actor, and not only open to them."""
    return next((one for one in _leaving(matter) if one.duty and may_act(one, matter, by)), None)


def _leaving(matter: Matter) -> tuple[type[Transition], ...]:
    return kind_of(matter.kind).life.leaving(matter.state)
