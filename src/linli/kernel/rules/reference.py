"""The reference page of rules, written from the packs: `python -m linli.kernel.rules.reference` prints it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any

from linli.kernel.rules.book import RuleBook
from linli.kernel.rules.rule import Rule
from linli.kernel.rules.stack import stack

SHIPPED = ("cn", "beijing")
HEAD = """\
# Rules

Deadlines, thresholds and formulas are data. This page is written from the packs in `src/linli/kernel/rules/packs/`
by `python -m linli.kernel.rules.reference > docs/reference/rules.md`; a test fails when it is stale.

`LINLI_RULES` names the packs in force, the most general first (default `cn,beijing`); a later pack overrides an
earlier one key by key. A pack of your own is a path ending in `.toml`: `LINLI_RULES=cn,beijing,/etc/linli/ours.toml`.

```toml
[pack]
name = "ours"
version = "2026.1"
title = { en = "Our subdistrict", zh = "本街道" }

[[rule]]
key = "requests.answer.ordinary"
name = { en = "Answer to an ordinary request", zh = "一般诉求的答复" }
value = { amount = 5, unit = "workdays" }   # minutes, hours, working_hours, workdays or days
citation = "where this is written"
verified = false                            # true once somebody has read the citation against the value
in_force_from = 2026-01-01                  # in_force_to, source_url and note may follow
```

One key may have several dated versions; their dates must not overlap. Unknown fields are refused. Whatever is
computed from a rule names its label: pack, version, key and, where a key has several versions, the date it began.

A holiday schedule, `workdays.schedule.2027`, lists `off` as [festival, first day, last day] and `work` as the
weekend days that are worked, and may speak of the last days of December before its year.

✓ the cited text was read against the value · – nobody has checked it yet
"""


def reference(book: RuleBook) -> str:
    """The page as Markdown: every rule of the book by its room, every version in every pack."""
    return "\n".join([HEAD, *_rooms(book)])


def _rooms(book: RuleBook) -> Iterator[str]:
    for room, keys in groupby(book.keys(), key=lambda key: key.partition(".")[0]):
        yield f"## {room}\n"
        yield "| key | rule | value | pack | in force | citation | |"
        yield "| --- | --- | --- | --- | --- | --- | --- |"
        for key in keys:
            yield from (_row(rule) for rule in book.versions(key))
        yield ""


def _row(rule: Rule) -> str:
    until = f" – {rule.in_force_to}" if rule.in_force_to else " –"
    citation = f"[{rule.citation}]({rule.source_url})" if rule.source_url else rule.citation
    noted = f"{citation}<br>{rule.note}" if rule.note else citation
    cells = (
        f"`{rule.key}`",
        f"{rule.name.en}<br>{rule.name.zh}",
        _plain(rule.value),
        f"{rule.pack} {rule.version}",
        f"{rule.in_force_from}{until}",
        noted,
        "✓" if rule.verified else "–",
    )
    return f"| {' | '.join(cells)} |"


def _plain(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_plain(inner)}" for key, inner in value.items())
    if isinstance(value, tuple) and len(value) == 3 and isinstance(value[1], date):
        festival, first, last = value
        return f"{festival} {first:%m-%d}–{last:%m-%d}" if first != last else f"{festival} {first:%m-%d}"
    if isinstance(value, tuple):
        return f"[{'; '.join(_plain(inner) for inner in value)}]"
    return f"{value:%m-%d}" if isinstance(value, date) else str(value)


if __name__ == "__main__":
    sys.stdout.write(reference(stack(*SHIPPED)))
