"""What may be chosen in the forms of a matter's acts."""

from __future__ import annotations

from collections.abc import Sequence

from linli.domains.matters.kinds import kind_of
from linli.domains.matters.models import Matter
from linli.kernel.lifecycle.forms import Choice, Choices


def choices_for(matter: Matter) -> Choices:
    """The sources of options bound to this matter; each is asked only by a form that has its field."""

    def options(name: str) -> Sequence[Choice]:
        return kind_of(matter.kind).choices[name](matter)

    return options
