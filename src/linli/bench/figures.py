"""One measured value beside its goal: what every bench yields."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypedDict

Progress = Callable[[int, int, str], None]
"""Told how much is done, of how much, and of what."""


class Figure(TypedDict):
    """A value, never without size and unit; `goal` is the most it may be, `met` whether it is; both may be None."""

    bench: str
    figure: str
    size: int
    value: float
    unit: str
    goal: float | None
    met: bool | None


def figure(bench: str, name: str, *, size: int, value: float, unit: str, goal: float | None = None) -> Figure:
    """A figure; met where the value does not exceed its goal."""
    rounded = float(f"{value:.4g}")
    met = None if goal is None else rounded <= goal
    return Figure(bench=bench, figure=name, size=size, value=rounded, unit=unit, goal=goal, met=met)
