"""A state: where a matter stands, in words a resident understands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from linli.kernel.words import Words


class Tone(StrEnum):
    """How a state is shown: never by colour alone, always with its words."""

    WAIT = "wait"
    WORK = "work"
    DONE = "done"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class State:
    """One state. `words` is the official term, `meaning` what it tells the resident; no clock leaves a final one.

    What is in a state that is not `listed` stands in no list unless asked for: it should never have come here.
    """

    code: str
    words: Words
    meaning: Words
    tone: Tone = Tone.WORK
    final: bool = False
    listed: bool = True
