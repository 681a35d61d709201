"""A lifecycle drawn and tabled: Mermaid for the docs, and who may do what from where."""

from __future__ import annotations

from collections.abc import Iterator

from linli.kernel.lifecycle.table import Lifecycle


def mermaid(life: Lifecycle, *, language: str) -> str:
    """The state diagram as Mermaid text."""
    lines = ["stateDiagram-v2"]
    lines += [f"    {state.code}: {state.words.in_language(language)}" for state in life.states]
    lines += [f"    [*] --> {life.opening.target[0].code}: {life.opening.words.in_language(language)}"]
    for transition in life.transitions:
        label = transition.words.in_language(language)
        lines += [f"    {a.code} --> {b.code}: {label}" for a in transition.source for b in transition.target]
    lines += [f"    {state.code} --> [*]" for state in life.states if state.final]
    return "\n".join(lines)


def matrix(life: Lifecycle, *, language: str) -> Iterator[tuple[str, str, str, str, str]]:
    """Rows of (act, verb, from, to, who may), in the table's order."""
    for transition in life.transitions:
        yield (
            transition.words.in_language(language),
            transition.verb(),
            ", ".join(state.words.in_language(language) for state in transition.source),
            ", ".join(state.words.in_language(language) for state in transition.target) or "–",
            transition.who.words.in_language(language),
        )
