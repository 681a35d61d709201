"""One measured value beside its goal: what every bench yields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypedDict

Progress = Callable[[int, int, str], None]
"""Told how much is done, of how much, and of what."""

MS = "ms CPU"
TIMES = "×"

STEADY = 1.2
"""How many times dearer a figure that must not grow may be with twenty times as many requests."""


@dataclass(frozen=True)
class Measured:
    """A value under its name; `goal` is the most it may be, or the least; `steady` says that it must not grow."""

    name: str
    value: float
    unit: str = MS
    goal: float | None = None
    steady: bool = False
    least: bool = False


class Figure(TypedDict):
    """A value, never without size and unit; `met` is whether it keeps to its goal; both may be None."""

    bench: str
    figure: str
    size: int
    value: float
    unit: str
    goal: float | None
    met: bool | None


def figure(bench: str, measured: Measured, *, size: int) -> Figure:
    """What was measured, as it is printed."""
    value = float(f"{measured.value:.4g}")
    met = None if measured.goal is None else value >= measured.goal if measured.least else value <= measured.goal
    return Figure(
        bench=bench, figure=measured.name, size=size, value=value, unit=measured.unit, goal=measured.goal, met=met
    )


def growth(small: Measured, large: Measured) -> Measured:
    """How many times dearer the large size is."""
    return Measured(f"{large.name}: growth", large.value / small.value, TIMES, STEADY)
