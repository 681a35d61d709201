"""The reference page of a kind's life, written from its table: `python -m linli.domains.matters.reference request`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from linli.kernel.lifecycle import Lifecycle, Transition
from linli.kernel.lifecycle.clocks import ClockStep, Extend, Pause, Start
from linli.kernel.lifecycle.diagram import matrix, mermaid

HEAD = """# The life of {article} {en} ({zh})

Written from `{kind}`'s lifecycle table by `python -m linli.domains.matters.reference {kind}`; a test fails when it is
stale. Buttons, forms, API verbs and checks come from the same table.
"""


def reference(life: Lifecycle) -> str:
    """The page: diagram, states, who may do what, what each act asks for and does to clocks."""
    en, zh = life.words.en.lower(), life.words.zh
    article = "an" if en[0] in "aeiou" else "a"
    parts = [HEAD.format(article=article, en=en, zh=zh, kind=life.kind), *_sections(life)]
    return "\n".join(parts) + "\n"


def _sections(life: Lifecycle) -> Iterator[str]:
    yield f"```mermaid\n{mermaid(life, language='en')}\n```\n\n## States\n"
    yield from _table(
        ("State", "", "What the resident reads"),
        ((f"`{state.code}`", f"{state.words.en} {state.words.zh}", state.meaning.en) for state in life.states),
    )
    yield "\n## Who may do what\n"
    yield from _table(("Act", "Verb", "From", "To", "Who may"), matrix(life, language="en"))
    yield "\n## What an act asks for, and what it does to clocks\n"
    acts = (life.opening, *life.transitions)
    yield from _table(("Act", "Details", "Clocks"), ((act.words.en, _details(act), _clocks(act)) for act in acts))


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _details(act: type[Transition]) -> str:
    fields = act.model_fields
    told = (f"{name}{'' if fields[name].is_required() else '?'}: {it.words.en}" for name, it in act.details().items())
    return "; ".join(told) or "–"


def _clocks(act: type[Transition]) -> str:
    return "; ".join(_step(step) for step in act.clocks) or "–"


def _step(step: ClockStep) -> str:
    match step:
        case Start(clock=clock, rule=rule, until=until) if until:
            return f"starts {clock} (until {until}, at most `{rule}`)"
        case Start(clock=clock, rule=rule):
            return f"starts {clock} (`{rule}`)"
        case Extend(clock=clock, rule=rule):
            return f"extends {clock} (`{rule}`)"
        case Pause(clock=clock, reason=reason):
            return f"pauses {clock}: {reason.en}"
        case _:
            return f"{type(step).__name__.lower()}s {step.clock}"


def main() -> None:
    """Prints the page of the kind named on the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "linli.config.settings")
    import django  # noqa: PLC0415 - the kinds are known once Django is set up

    django.setup()
    from linli.domains.matters.kinds import kind_of  # noqa: PLC0415 - as above

    sys.stdout.write(reference(kind_of(sys.argv[1]).life))


if __name__ == "__main__":
    main()
