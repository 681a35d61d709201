"""What may be chosen in the forms of a matter's acts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Matter
from linli.domains.places.paths import ancestors
from linli.kernel.lifecycle import Transition
from linli.kernel.lifecycle.forms import Choice, Choices, initial_of


def choices_for(matter: Matter) -> Choices:
    """The sources of options bound to this matter; each is asked only by a form that has its field."""

    def options(name: str) -> Sequence[Choice]:
        return kind_of(matter.kind).choices[name](matter)

    return options


def drafted(transition: type[Transition], matter: Matter) -> Mapping[str, Any]:
    """What the form of this act is filled with beforehand: the defaults, and what the matter itself suggests."""
    draft = kind_of(matter.kind).drafts.get(transition)
    return {**initial_of(transition), **(draft(matter) if draft else {})}


def choices_for_all(matters: Sequence[Matter]) -> Choices:
    """The same for one form over several matters of one kind: what serves the area, and the unit, that has them all."""
    paths = [ancestors(matter.path) for matter in matters]
    shared = [level for level, *others in zip(*paths, strict=False) if all(other == level for other in others)]
    units = {matter.holder_unit_id for matter in matters}
    unit = units.pop() if len(units) == 1 else None
    return choices_for(Matter(kind=matters[0].kind, path=shared[-1] if shared else "", holder_unit_id=unit))
