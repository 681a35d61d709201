"""A rule pack: one TOML file of rules, read with every mistake named by file, key and remedy."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from linli.kernel.refusal import Refusal
from linli.kernel.rules.fields import check_pack_fields, check_rule_fields
from linli.kernel.rules.rule import Rule, frozen
from linli.kernel.words import Words, say


class BadPack(Refusal):
    """A rule pack cannot be used as it stands; nothing of it was loaded."""

    status = 500
    code = "bad_rule_pack"

    def __str__(self) -> str:
        # Whoever starts the server sees a traceback, not a page; nothing personal stands in a pack.
        return self.sentence.in_language("en")


@dataclass(frozen=True, slots=True)
class Pack:
    """All rules of one file, the versions of each key in order of their dates."""

    name: str
    version: str
    title: Words
    rules: Mapping[str, tuple[Rule, ...]]


def read_pack(path: Path) -> Pack:
    """The pack in that file."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        problem = say("it cannot be read ({error})", "读不了（{error}）", error=type(error).__name__)
        remedy = say("give a TOML file in UTF-8 that this process may read", "换成本进程能读的 UTF-8 TOML 文件")
        raise bad_pack(path.name, "", problem, remedy) from error
    return parse_pack(text, file=path.name)


def parse_pack(text: str, *, file: str) -> Pack:
    """The pack written in `text`; `file` is the name complaints are made under."""
    try:
        written = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        problem = say("it is not TOML ({error})", "不是合格的 TOML（{error}）", error=str(error))
        raise bad_pack(file, "", problem, say("mend that line", "改好那一行")) from error
    wrong = check_pack_fields(written)
    if wrong:
        raise bad_pack(file, "", *wrong)
    head = written["pack"]
    versions: dict[str, list[Rule]] = {}
    for entry in written.get("rule", []):
        rule = _rule(entry, file=file, pack=head["name"], version=head["version"])
        versions.setdefault(rule.key, []).append(rule)
    rules = {key: _in_order(found, file=file) for key, found in versions.items()}
    return Pack(head["name"], head["version"], Words(**head["title"]), frozen(rules))


def _rule(entry: dict[str, Any], *, file: str, pack: str, version: str) -> Rule:
    wrong = check_rule_fields(entry)
    if wrong:
        raise bad_pack(file, str(entry.get("key", "")), *wrong)
    return Rule(
        key=entry["key"],
        name=Words(**entry["name"]),
        value=frozen(entry["value"]),
        citation=entry["citation"],
        verified=entry["verified"],
        in_force_from=entry["in_force_from"],
        in_force_to=entry.get("in_force_to"),
        source_url=entry.get("source_url"),
        note=entry.get("note"),
        pack=pack,
        version=version,
    )


def _in_order(versions: list[Rule], *, file: str) -> tuple[Rule, ...]:
    ordered = sorted(versions, key=lambda rule: rule.in_force_from)
    for earlier, later in pairwise(ordered):
        if earlier.in_force_to is None or earlier.in_force_to >= later.in_force_from:
            since = later.in_force_from.isoformat()
            problem = say("two versions are in force on {on}", "{on} 有两个版本同时生效", on=since)
            remedy = say("end the earlier one with in_force_to before that day", "给早的一版写上此日之前的 in_force_to")
            raise bad_pack(file, earlier.key, problem, remedy)
    return tuple(replace(rule, dated=len(ordered) > 1) for rule in ordered)


def bad_pack(file: str, key: str, problem: Words, remedy: Words) -> BadPack:
    """The refusal of a pack, naming the file, the key, what is wrong and what to do."""
    return BadPack(
        say(
            "Rule pack {where}: {problem}. What to do: {remedy}.",
            "规则包 {where}：{problem}。改法：{remedy}。",
            where=f"{file}, {key}" if key else file,
            problem=problem,
            remedy=remedy,
        )
    )
