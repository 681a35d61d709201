"""A rule pack not in force, tried in place of the one of its name: refused with a sentence, or what would differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from linli.domains.matters.clocks import calendar_by
from linli.kernel.refusal import Invalid, Refusal
from linli.kernel.rules import BadPack, Rule, RuleBook, changed_keys, parse_pack
from linli.kernel.rules.book import shape_clash
from linli.kernel.words import Words, say
from linli.kernel.workdays import allowance_of


@dataclass(frozen=True, slots=True)
class Difference:
    """One rule that differs on the day asked about; None on a side that has no such rule then."""

    key: str
    name: Words
    before: Rule | None
    after: Rule | None


@dataclass(frozen=True, slots=True)
class Trial:
    """The book in force, the one a changed pack would make, and the day on which they are compared."""

    current: RuleBook
    changed: RuleBook
    day: date
    replaces: bool

    def differences(self) -> list[Difference]:
        """Every rule whose value differs that day, or that only one of the books holds then."""
        before, after = self.current.in_force(on=self.day), self.changed.in_force(on=self.day)
        keys = changed_keys(current=self.current, changed=self.changed, on=self.day)
        return [Difference(key, (after.get(key) or before[key]).name, before.get(key), after.get(key)) for key in keys]


def trial(text: str, *, current: RuleBook, day: date) -> Trial:
    """The pack in `text` as part of the book. Raises Invalid, naming rule, mistake and remedy."""
    try:
        pack = parse_pack(text, file=str(PASTED))
    except BadPack as bad:
        raise _unusable(bad.sentence) from None
    changed = current.with_pack(pack)
    for key, (known, other) in shape_clash(changed.packs).items():
        raise _unusable(CLASH.fill(key=key, a=known.pack, b=other.pack))
    for rule in (rule for versions in pack.rules.values() for rule in versions):
        _require_readable(rule, changed)
    return Trial(current, changed, day, any(known.name == pack.name for known in current.packs))


def _require_readable(rule: Rule, changed: RuleBook) -> None:
    """Values that clocks and calendars read must be such as they can read."""
    if isinstance(rule.value, Mapping) and {"amount", "unit"} & rule.value.keys():
        try:
            allowance_of(rule.value)
        except Invalid as refusal:
            raise _unusable(UNREADABLE.fill(key=rule.key, why=refusal.sentence)) from None
    if rule.key.startswith("workdays."):
        try:
            calendar_by(changed, rule.in_force_from)
        except Refusal as refusal:
            raise _unusable(refusal.sentence) from None


def _unusable(sentence: Words) -> Invalid:
    return Invalid(sentence, fields={"pack": sentence})


PASTED = say("as pasted", "（粘贴的内容）")
UNREADABLE = say("The rule {key}: {why}", "规则 {key}：{why}")
CLASH = say(
    "“{key}” is written in the packs {a} and {b} as values of different kinds. Write both the same way.",
    "规则包 {a} 和 {b} 里“{key}”的写法不同，请写成同一种。",
)
