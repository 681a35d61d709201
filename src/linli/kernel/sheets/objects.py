"""A list of JSON objects as a sheet: its keys are the columns, what is nested inside stands beside the rest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from linli.kernel.sheets.cells import as_text
from linli.kernel.sheets.limits import Limits
from linli.kernel.sheets.refusals import not_a_sheet, too_large
from linli.kernel.sheets.sheet import Line
from linli.kernel.sheets.source import Lines, Source


def listed(source: Source, limits: Limits) -> Lines:
    """The objects with the commonest keys, one a line, below a line of those keys.

    A dump holds things of several shapes; the sheet is the shape there is most of.
    """
    if source.path.stat().st_size > limits.objects:
        raise too_large(source.name, limits.objects)
    try:
        found = json.loads(source.path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise not_a_sheet(source.name) from error
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise not_a_sheet(source.name)
    flat = _commonest([_flat(one) for one in found])
    keys = list(dict.fromkeys(key for one in flat for key in one))
    table: list[Line] = [keys, *[[as_text(one.get(key)) for key in keys] for one in flat]]

    def lines() -> Iterator[Line]:
        yield from table

    return Lines(len(table), lines)


def _flat(one: dict[str, Any]) -> dict[str, Any]:
    inside = [value for value in one.values() if isinstance(value, dict)]
    outside = {key: value for key, value in one.items() if not isinstance(value, dict | list)}
    for each in inside:
        outside |= {key: value for key, value in each.items() if not isinstance(value, dict | list)}
    return outside


def _commonest(flat: list[dict[str, Any]]) -> list[dict[str, Any]]:
    shapes: dict[frozenset[str], list[dict[str, Any]]] = {}
    for one in flat:
        shapes.setdefault(frozenset(one), []).append(one)
    largest = max(shapes, key=lambda keys: len(shapes[keys]), default=frozenset())
    return [one for one in flat if len(largest & one.keys()) * 2 > len(largest | one.keys())]
