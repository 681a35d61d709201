"""Which fields a pack and a rule have, of which type, and what is wrong when they are otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from linli.kernel.words import Words, say

Wrong = tuple[Words, Words]
"""What is wrong, and what to do about it."""

KEY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")
FILE_FIELDS: dict[str, type] = {"pack": dict, "rule": list}
PACK_FIELDS: dict[str, type] = {"name": str, "version": str, "title": dict}
RULE_FIELDS: dict[str, type] = {
    "key": str,
    "name": dict,
    "value": object,
    "citation": str,
    "verified": bool,
    "in_force_from": date,
}
RULE_EXTRAS: dict[str, type] = {"in_force_to": date, "source_url": str, "note": str}
TYPE_NAMES: dict[type, Words] = {
    bool: say("true or false", "true 或 false"),
    date: say("a date like 2026-01-31", "2026-01-31 这样的日期"),
    dict: say("a table", "一张表"),
    list: say("a list", "一个列表"),
    str: say("text in quotes", "引号里的文字"),
}


def check_pack_fields(written: Mapping[str, Any]) -> Wrong | None:
    """What is wrong with the file's outline, if anything."""
    head = written.get("pack", {})
    return (
        next(_outline(written, {"pack": dict}, FILE_FIELDS), None)
        or next(_outline(head, PACK_FIELDS, PACK_FIELDS), None)
        or _words(head, "title")
        or _tables(written.get("rule", []))
    )


def check_rule_fields(entry: Mapping[str, Any]) -> Wrong | None:
    """What is wrong with one rule, if anything."""
    return (
        next(_outline(entry, RULE_FIELDS, RULE_FIELDS | RULE_EXTRAS), None)
        or _words(entry, "name")
        or _key(entry["key"])
        or _dates(entry)
    )


def _outline(found: Mapping[str, Any], needed: Mapping[str, type], known: Mapping[str, type]) -> Iterator[Wrong]:
    for field in found.keys() - known.keys():
        yield (
            say("there is no field “{field}”", "没有“{field}”这个字段", field=field),
            say("remove it, or use one of {known}", "删掉它，或改用 {known} 之一", known=", ".join(known)),
        )
    for field in needed:
        if field not in found:
            yield (
                say("the field “{field}” is missing", "缺少“{field}”字段", field=field),
                say("add it", "补上它"),
            )
    for field, value in found.items():
        if not isinstance(value, known[field]) or (known[field] is date and isinstance(value, datetime)):
            yield (
                say("“{field}” has the wrong type", "“{field}”的类型不对", field=field),
                say("write {type}", "写成{type}", type=TYPE_NAMES[known[field]]),
            )


def _words(found: Mapping[str, Any], field: str) -> Wrong | None:
    words = found[field]
    if words.keys() == {"en", "zh"} and all(isinstance(text, str) and text for text in words.values()):
        return None
    return (
        say("“{field}” must be said in both languages", "“{field}”要有中英两种说法", field=field),
        say('write {field} = {{ en = "…", zh = "…" }}', '写成 {field} = {{ en = "…", zh = "…" }}', field=field),
    )


def _tables(rules: list[Any]) -> Wrong | None:
    if all(isinstance(rule, dict) for rule in rules):
        return None
    return say("a rule is not a table", "有一条规则不是表"), say("write it under [[rule]]", "写在 [[rule]] 下面")


def _key(key: str) -> Wrong | None:
    if KEY.fullmatch(key):
        return None
    return (
        say("the key is not of the form room.rule", "键不是“房间.规则”的形式"),
        say("use small letters, digits, _ and dots", "只用小写字母、数字、下划线和点"),
    )


def _dates(entry: Mapping[str, Any]) -> Wrong | None:
    until = entry.get("in_force_to")
    if until is None or entry["in_force_from"] <= until:
        return None
    return (
        say("it ends before it begins", "失效日期早于生效日期"),
        say("set in_force_to on or after in_force_from", "把 in_force_to 改到 in_force_from 当天或之后"),
    )
