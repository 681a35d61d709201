"""The rule book: a stack of packs, the most general at the bottom, asked by key and day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from linli.kernel.refusal import NotFound
from linli.kernel.rules.pack import Pack
from linli.kernel.rules.rule import Rule
from linli.kernel.words import say


class UnknownRule(NotFound):
    """No pack of the stack holds a rule of that key on that day."""

    code = "unknown_rule"


class RuleBook:
    """Rules of several packs; where two hold the same key on a day, the later pack in the stack decides."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        self.packs = tuple(packs)
        self._versions: dict[str, tuple[Rule, ...]] = {}
        for pack in self.packs:
            for key, versions in pack.rules.items():
                # The deciding version comes first: top of the stack before bottom.
                self._versions[key] = versions + self._versions.get(key, ())

    @property
    def label(self) -> str:
        """The stack and its versions, `cn 2026.1 + beijing 2026.1`."""
        return " + ".join(f"{pack.name} {pack.version}" for pack in self.packs)

    def rule(self, key: str, *, on: date) -> Rule:
        """The rule of that key in force on that day. Raises UnknownRule."""
        rule = self._found(key, on)
        if rule is not None:
            return rule
        raise UnknownRule(
            say(
                "No rule “{key}” is in force on {on}. Add it to a rule pack, or name another day.",
                "{on}没有生效的规则“{key}”。请在规则包里补上，或换一个日期。",
                key=key,
                on=on.isoformat(),
            )
        )

    def nearest(self, key: str, *, on: date) -> Rule:
        """The rule of that key or of the nearest one above it, as `a.b` stands in for a missing `a.b.c`."""
        above = key
        while "." in above:
            rule = self._found(above, on)
            if rule is not None:
                return rule
            above = above.rpartition(".")[0]
        return self.rule(key, on=on)

    def family(self, prefix: str, *, on: date) -> dict[str, Rule]:
        """Rules directly under `prefix` that are in force, by their last segment: holiday schedules by year."""
        direct = (key for key in self._versions if key.rpartition(".")[0] == prefix)
        in_force = {key.rpartition(".")[2]: self._found(key, on) for key in direct}
        return {tail: rule for tail, rule in in_force.items() if rule is not None}

    def keys(self) -> list[str]:
        """Every key any pack of the stack holds, sorted."""
        return sorted(self._versions)

    def versions(self, key: str) -> tuple[Rule, ...]:
        """Every version of a key in every pack, the deciding pack first, oldest first within a pack."""
        return self._versions.get(key, ())

    def in_force(self, *, on: date) -> dict[str, Rule]:
        """Every rule in force on that day, by key."""
        found = {key: self._found(key, on) for key in self.keys()}
        return {key: rule for key, rule in found.items() if rule is not None}

    def with_pack(self, pack: Pack) -> RuleBook:
        """This book with the pack in place of the one of its name, or on top if there is none."""
        if pack.name in {old.name for old in self.packs}:
            return RuleBook([pack if old.name == pack.name else old for old in self.packs])
        return RuleBook([*self.packs, pack])

    def _found(self, key: str, on: date) -> Rule | None:
        return next((rule for rule in self._versions.get(key, ()) if rule.in_force(on)), None)


def shape_clash(packs: Sequence[Pack]) -> Mapping[str, tuple[Rule, Rule]]:
    """Keys whose value is a number in one pack and a table in another, with two rules that differ: a slip."""
    clashes: dict[str, tuple[Rule, Rule]] = {}
    first: dict[str, Rule] = {}
    for rule in (rule for pack in packs for versions in pack.rules.values() for rule in versions):
        known = first.setdefault(rule.key, rule)
        if type(known.value) is not type(rule.value):
            clashes[rule.key] = (known, rule)
    return clashes
