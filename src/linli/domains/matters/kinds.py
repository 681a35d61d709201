"""Kinds of matter: each domain registers its own here, so that any may be opened, listed and acted on by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from linli.domains.matters.act import Act, Draft
from linli.domains.matters.models import Matter
from linli.domains.people.actor import Actor
from linli.kernel.lifecycle import Lifecycle, Transition
from linli.kernel.lifecycle.forms import Choice
from linli.kernel.refusal import NotFound
from linli.kernel.words import Words, say


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What a domain makes of a draft: where it belongs, who receives it, what it is called."""

    place: UUID
    path: str
    title: str
    holder_unit: UUID | None = None
    category: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    shared: bool = False
    number: str = ""


Hook = Callable[[Sequence[Act]], None]
Drafting = Callable[[Matter], Mapping[str, Any]]
"""What a form of an act on this matter holds before anybody typed."""


@dataclass(kw_only=True)
class Kind:
    """One kind's lifecycle and what its domain adds to it.

    `frame` turns drafts into frames, set-based. `read_right` opens matters of this kind to staff over an area.
    `public_facts` are what the public record may hold. `choices` are sources of options for forms, bound to a matter.
    `may_open` says which staff may open original words, `said_to` to whom
    beside its opener they were said. Hooks are added with `upon` and `after`. `holder_right` opens
    matters to those who hold it for the unit that has them. Whoever has a part that stands `apart` reads neither the
    whole nor its other parts by it. `files` names the rules for files, where any are taken;
    `message` makes the act of somebody who sends files and does nothing else.
    """

    life: Lifecycle
    prefix: str
    read_right: str
    holder_right: str
    frame: Callable[[Sequence[Draft]], Sequence[Frame]]
    public_facts: Callable[[Matter], dict[str, Any]]
    searchable: bool = True
    category_words: Callable[[str], Words] = lambda code: say(code, code)
    choices: dict[str, Callable[[Matter], Sequence[Choice]]] = field(default_factory=dict)
    apart: bool = False
    files: str = ""
    message: Callable[[str], Transition] | None = None
    may_open: Callable[[Actor, Matter], bool] = lambda actor, matter: False
    said_to: Callable[[Actor, Matter], bool] = lambda actor, matter: False
    shaping: dict[type[Transition], Hook] = field(default_factory=dict)
    following: dict[type[Transition], list[Hook]] = field(default_factory=dict)
    drafts: dict[type[Transition], Drafting] = field(default_factory=dict)

    def upon(self, *transitions: type[Transition]) -> Callable[[Hook], Hook]:
        """Declares what an act does to its own rows, before they are written."""

        def declare(hook: Hook) -> Hook:
            for transition in transitions:
                self.shaping[transition] = hook
            return hook

        return declare

    def drafting(self, *transitions: type[Transition]) -> Callable[[Drafting], Drafting]:
        """Declares what an act's form is filled with beforehand, for a person to change."""

        def declare(draft: Drafting) -> Drafting:
            for transition in transitions:
                self.drafts[transition] = draft
            return draft

        return declare

    def after(self, *transitions: type[Transition]) -> Callable[[Hook], Hook]:
        """Declares what an act sets in motion elsewhere, in the same transaction, once its own rows are written."""

        def declare(hook: Hook) -> Hook:
            for transition in transitions:
                self.following.setdefault(transition, []).append(hook)
            return hook

        return declare


_KINDS: dict[str, Kind] = {}


def register(kind: Kind) -> Kind:
    """Adds a kind; called once, when its domain loads."""
    _KINDS[kind.life.kind] = kind
    return kind


def kind_of(code: str) -> Kind:
    """The kind called `code`."""
    if code not in _KINDS:
        raise NotFound(say("There is nothing of the kind “{kind}” here.", "这里没有“{kind}”这一类事项。", kind=code))
    return _KINDS[code]


def kinds() -> tuple[Kind, ...]:
    """Every kind, in the order they were registered."""
    return tuple(_KINDS.values())
