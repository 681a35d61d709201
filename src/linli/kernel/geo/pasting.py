"""GeoJSON as people paste it: a bare outline, a feature, or a collection of one; every mistake said with its place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from linli.kernel.geo.outlines import read_outline
from linli.kernel.refusal import Invalid
from linli.kernel.words import Words, say

EMPTY = say("Paste an outline, or choose a file.", "请粘贴边界，或选择文件。")
NOT_JSON = say(
    "Line {line}, column {column}: this is not JSON. Copy the whole text, from the first brace to the last.",
    "第 {line} 行第 {column} 列：不是 JSON。请把文字从第一个大括号到最后一个完整复制。",
)
NOT_AN_OBJECT = say(
    "A GeoJSON text is one object in braces. Copy the whole text.", "GeoJSON 应是大括号里的一个对象，请完整复制。"
)
SEVERAL = say(
    "There are {count} shapes here. Keep the one that is meant, or merge them into a MultiPolygon.",
    "这里有 {count} 个图形，请只留下要用的一个，或合并成 MultiPolygon。",
)
NOTHING_IN_IT = say("There is no shape in it. Export it again with its geometry.", "里面没有图形，请连同图形重新导出。")


def read_pasted(text: str) -> Mapping[str, Any]:
    """The outline's geometry, checked. Raises Invalid."""
    if not text.strip():
        raise _unusable(EMPTY)
    try:
        found = json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise _unusable(NOT_JSON.fill(line=error.lineno, column=error.colno)) from None
    except RecursionError:
        raise _unusable(NOT_AN_OBJECT) from None
    geometry = _geometry(found)
    read_outline(geometry)
    return {"type": geometry["type"], "coordinates": geometry["coordinates"]}


def _geometry(found: object) -> Mapping[str, Any]:
    if not isinstance(found, dict):
        raise _unusable(NOT_AN_OBJECT)
    if found.get("type") == "FeatureCollection":
        features = found.get("features")
        if not isinstance(features, list) or len(features) != 1:
            count = len(features) if isinstance(features, list) else 0
            raise _unusable(SEVERAL.fill(count=count) if count else NOTHING_IN_IT)
        return _geometry(features[0])
    if found.get("type") == "Feature":
        geometry = found.get("geometry")
        if not isinstance(geometry, dict):
            raise _unusable(NOTHING_IN_IT)
        return geometry
    return found


def _refuse_constant(name: str) -> float:
    """NaN and Infinity are Python's own additions to JSON; no place on earth has them."""
    raise json.JSONDecodeError(name, name, 0)


def _unusable(sentence: Words) -> Invalid:
    return Invalid(sentence, fields={"geometry": sentence})
