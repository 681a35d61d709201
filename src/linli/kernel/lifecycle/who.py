"""Who may: predicates that read like the rule in prose, `opener | holds("requests.call_back")`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from linli.kernel.words import Words, say

Test = Callable[[Any, Any], bool]
"""(actor, matter) → may. The kernel knows neither type; the domain that declares the predicate does."""


@dataclass(frozen=True, slots=True)
class Who:
    """A named predicate over an actor and a matter, decided from what is already in memory."""

    words: Words
    test: Test

    def __call__(self, actor: Any, matter: Any) -> bool:
        """Whether this actor may, on this matter."""
        return self.test(actor, matter)

    def __and__(self, other: Who) -> Who:
        return Who(
            say("{a} and {b}", "{a}且{b}", a=self.words, b=other.words),
            lambda a, m: self.test(a, m) and other.test(a, m),
        )

    def __or__(self, other: Who) -> Who:
        return Who(
            say("{a} or {b}", "{a}或{b}", a=self.words, b=other.words),
            lambda a, m: self.test(a, m) or other.test(a, m),
        )

    def __invert__(self) -> Who:
        return Who(say("not {a}", "非{a}", a=self.words), lambda a, m: not self.test(a, m))
