"""What else must be true: a condition on the matter and the details, with the sentence that refuses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from linli.kernel.words import Words


@dataclass(frozen=True, slots=True)
class Guard:
    """`check(matter, details, at)` answers None, or the sentence that says why not and what to do.

    Where matter and time alone decide, it speaks `before_asking`: no door asks for details only to refuse them, and
    `details` may be None. A `quiet` one speaks only to whoever tries: to most it would say what they never asked.
    """

    words: Words
    check: Callable[[Any, Any, Any], Words | None]
    before_asking: bool = False
    quiet: bool = False
