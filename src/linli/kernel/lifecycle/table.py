"""A lifecycle: one kind's states and transitions, checked for sense when it is declared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from linli.kernel.lifecycle.states import State
from linli.kernel.lifecycle.transitions import Transition
from linli.kernel.words import Words


class BadTable(Exception):  # noqa: N818 - says what is bad
    """The declaration contradicts itself; the message names the place."""


@dataclass(frozen=True)
class Lifecycle:
    """The whole life of one kind of matter. `opening` makes it; `transitions` move it."""

    kind: str
    words: Words
    states: tuple[State, ...]
    opening: type[Transition]
    transitions: tuple[type[Transition], ...]

    def __post_init__(self) -> None:
        for problem in self._problems():
            raise BadTable(f"{self.kind}: {problem}")

    @cached_property
    def by_code(self) -> dict[str, State]:
        """States by their code."""
        return {state.code: state for state in self.states}

    @cached_property
    def by_verb(self) -> dict[str, type[Transition]]:
        """Transitions by their verb."""
        return {transition.verb(): transition for transition in self.transitions}

    def leaving(self, code: str) -> tuple[type[Transition], ...]:
        """Transitions possible in the state, in the table's order: the likeliest first."""
        return self._leaving[code]

    @cached_property
    def _leaving(self) -> dict[str, tuple[type[Transition], ...]]:
        return {
            state.code: tuple(transition for transition in self.transitions if state in transition.source)
            for state in self.states
        }

    def _problems(self) -> Iterator[str]:
        verbs = [transition.verb() for transition in self.transitions]
        yield from (f"two transitions are called {verb}" for verb in set(verbs) if verbs.count(verb) > 1)
        if len(self.opening.target) != 1:
            yield "the opening needs exactly one target"
        reached = set(self.opening.target)
        for transition in self.transitions:
            yield from self._problems_of(transition)
            reached |= set(transition.target)
        yield from (f"no transition reaches {state.code}" for state in self.states if state not in reached)
        left = {state for transition in self.transitions if transition.target for state in transition.source}
        yield from (f"{state.code} is a dead end" for state in self.states if not state.final and state not in left)

    def _problems_of(self, transition: type[Transition]) -> Iterator[str]:
        name = transition.__name__
        if not transition.source:
            yield f"{name} starts nowhere"
        for state in (*transition.source, *transition.target):
            if state not in self.states:
                yield f"{name} names {state.code}, which is not one of the states"
        if len(transition.target) > 1 and transition.lands_on is Transition.lands_on:
            yield f"{name} has several targets but no lands_on"
        if undescribed := set(transition.model_fields) - set(transition.details()):
            yield f"{name}: {', '.join(sorted(undescribed))} carry no Detail"
