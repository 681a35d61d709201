"""What `linli bench` runs; each bench names its peer or limit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

BENCHES: dict[str, Callable[..., Iterator[dict[str, Any]]]] = {}
"""By name; each is called with `size` and `progress(done, of, what)` and yields one dictionary per figure:
`{"bench", "figure", "size", "value", "unit", "goal", "met"}`."""
