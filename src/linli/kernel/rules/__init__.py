"""Deadlines, thresholds and formulas as data: versioned TOML packs with value, citation and dates in force.

`rulebook().rule("requests.verify", on=day)` answers the rule in force that day; whatever is computed from it
names `rule.label`. How to write a pack of your own stands in docs/reference/rules.md.
"""

from linli.kernel.rules.book import RuleBook, UnknownRule
from linli.kernel.rules.pack import BadPack, Pack, parse_pack, read_pack
from linli.kernel.rules.preview import Altered, Case, Preview, changed_keys, preview
from linli.kernel.rules.rule import Rule
from linli.kernel.rules.stack import pack_text, reload_rulebook, rulebook, stack

__all__ = [
    "Altered",
    "BadPack",
    "Case",
    "Pack",
    "Preview",
    "Rule",
    "RuleBook",
    "UnknownRule",
    "changed_keys",
    "pack_text",
    "parse_pack",
    "preview",
    "read_pack",
    "reload_rulebook",
    "rulebook",
    "stack",
]
