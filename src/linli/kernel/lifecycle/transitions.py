"""A transition: a typed class whose fields are what must be given and whose declaration is the rule."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict

from linli.kernel.lifecycle.clocks import ClockStep
from linli.kernel.lifecycle.details import Detail, Sealed, detail_of, seal_of
from linli.kernel.lifecycle.guards import Guard
from linli.kernel.lifecycle.states import State, Tone
from linli.kernel.lifecycle.tells import Tell
from linli.kernel.lifecycle.who import Who
from linli.kernel.words import Words


class Transition(BaseModel):
    """Declare `words`, `source`, `target` and `who`; fields are annotated with `Detail`.

    Several targets: override `lands_on`. No target: the matter stays where it is (a note, a supervision).
    A derived transition follows another act and has no button; one that is no `duty` may be done but is asked of
    nobody, so it fills no worklist; `public` ones appear on the public record; with one that `shows_work` come photos
    from before and after it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    words: ClassVar[Words]
    source: ClassVar[tuple[State, ...]] = ()
    target: ClassVar[tuple[State, ...]] = ()
    who: ClassVar[Who]
    guards: ClassVar[tuple[Guard, ...]] = ()
    clocks: ClassVar[tuple[ClockStep, ...]] = ()
    tells: ClassVar[tuple[Tell, ...]] = ()
    derived: ClassVar[bool] = False
    duty: ClassVar[bool] = True
    public: ClassVar[bool] = True
    tone: ClassVar[Tone] = Tone.WORK
    shows_work: ClassVar[bool] = False

    @classmethod
    def verb(cls) -> str:
        """The transition's name in addresses and events: `SignFor` → `sign_for`."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()

    def lands_on(self, source: State) -> State:
        """The state this act leads to, given its details."""
        return self.target[0] if self.target else source

    @classmethod
    def sealed_fields(cls) -> dict[str, Sealed]:
        """The fields that hold personal free text, and their seals."""
        return {name: seal for name, field in cls.model_fields.items() if (seal := seal_of(field))}

    @classmethod
    def details(cls) -> dict[str, Detail]:
        """The words of each field, in order."""
        return {name: mark for name, field in cls.model_fields.items() if (mark := detail_of(field))}

    def coded(self) -> dict[str, Any]:
        """The details that are not personal text, as JSON: what the event row keeps in clear."""
        return self.model_dump(mode="json", exclude=set(self.sealed_fields()), exclude_none=True)
