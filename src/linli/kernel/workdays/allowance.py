"""How much time something is allowed, in the unit its rule speaks in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from linli.kernel.refusal import Invalid
from linli.kernel.words import Words, say


class Unit(StrEnum):
    """What an allowance counts."""

    MINUTES = "minutes"
    HOURS = "hours"
    WORKING_HOURS = "working_hours"
    WORKDAYS = "workdays"
    DAYS = "days"


class Ends(StrEnum):
    """When the last of so many days ends: with the office, or at midnight where what is asked works day and night."""

    CLOSING = "closing"
    MIDNIGHT = "midnight"


MOST = 10_000
"""No allowance is longer; a bigger number is a slip of the pen."""

_WORDS: dict[Unit, tuple[str, str]] = {
    Unit.MINUTES: ("minute", "分钟"),
    Unit.HOURS: ("hour", "小时"),
    Unit.WORKING_HOURS: ("working hour", "个工作小时"),
    Unit.WORKDAYS: ("workday", "个工作日"),
    Unit.DAYS: ("day", "天"),
}


@dataclass(frozen=True, slots=True)
class Allowance:
    """So many minutes, hours, working hours, workdays or days."""

    amount: int
    unit: Unit
    ends: Ends = Ends.CLOSING

    @classmethod
    def parse(cls, written: Mapping[str, Any]) -> Allowance:
        """Reads `{"amount": 7, "unit": "workdays"}`; days may add `"ends": "midnight"`. Raises Invalid."""
        amount, unit, ends = written.get("amount"), written.get("unit"), written.get("ends", Ends.CLOSING)
        sound = isinstance(amount, int) and not isinstance(amount, bool) and 0 < amount <= MOST
        known = unit in list(Unit) and ends in (list(Ends) if unit == Unit.DAYS else [Ends.CLOSING])
        if sound and known and not written.keys() - {"amount", "unit", "ends"}:
            return cls(int(amount or 0), Unit(str(unit)), Ends(str(ends)))
        raise Invalid(
            say(
                "A time allowance is written as amount and unit, like {example}; units are {units}, and days may "
                "add {ends}. Correct it in the rule pack.",
                "时限要写成数量加单位，如 {example}，单位可用 {units}，按天的还可加 {ends}。请在规则包里改正。",
                example='{ amount = 7, unit = "workdays" }',
                units=", ".join(Unit),
                ends='ends = "midnight"',
            )
        )

    @property
    def words(self) -> Words:
        """“7 workdays”, “7 个工作日”."""
        return counted(self.amount, *_WORDS[self.unit])


def counted(amount: int, en: str, zh: str) -> Words:
    """A number with its noun, the English one in the right number."""
    return say(f"{{n}} {en}" if amount == 1 else f"{{n}} {en}s", f"{{n}} {zh}", n=amount)
