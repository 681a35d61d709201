"""Does what a form asks: done, or refused in words with everything that was typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Generic, TypeVar

from django.forms import Form
from django.utils.timezone import get_current_timezone, localdate

from linli.kernel.refusal import Invalid, Refusal
from linli.kernel.words import say
from linli.office.signin.forms import blame

T = TypeVar("T")
YEARS = range(2000, 2101)


@dataclass(frozen=True)
class Tried(Generic[T]):
    """What came of it; a refusal stands in the form, and `status` is the page's."""

    done: bool
    value: T | None
    status: int


def tried(form: Form, act: Callable[[Mapping[str, Any]], T]) -> Tried[T]:
    """Does the act with what the form holds, once that can be read."""
    if not form.is_valid():
        return Tried(False, None, 422)
    try:
        return Tried(True, act(form.cleaned_data), 200)
    except Refusal as refusal:
        return Tried(False, None, blame(form, refusal))


def refused(act: Callable[[], object]) -> Refusal | None:
    """Does an act that asks no questions; answers why not, where it was refused."""
    try:
        act()
    except Refusal as refusal:
        return refusal
    return None


def midnight(day: date | None) -> datetime | None:
    """When that day begins here. Raises Invalid for days nobody can mean."""
    if day is None:
        return None
    if day.year not in YEARS:
        raise Invalid(
            say(
                "Choose a day between {first} and {last}.",
                "请选择 {first} 年至 {last} 年之间的日期。",
                first=YEARS[0],
                last=YEARS[-1],
            )
        )
    return datetime.combine(day, time.min, get_current_timezone())


def begins(day: date | None, *, at: datetime) -> datetime | None:
    """A first day as a moment: None, which means now, for today."""
    return None if day is None or day == localdate(at) else midnight(day)


def ends(last: date | None) -> datetime | None:
    """The end of a last day, which counts in."""
    start = midnight(last)
    return start + timedelta(days=1) if start else None
