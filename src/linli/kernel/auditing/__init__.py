"""Auditing a log from its files alone: no database, no settings, no trust in whoever serves them.

`audit(Audit(source, policy, memory))` reads every entry, recomputes the root and answers a `Verdict`: whether the log
is true and complete, who signed and vouched, and each thing that is wrong with its place. A restored or forked log is
told by what was seen of it last time (`Memory`). `hold_to` also holds the log to a receipt's promise; `check_opening`
says whether a value is what an entry committed to. See docs/how-to/verify-the-record.md.
"""

from linli.kernel.auditing.auditing import Audit, audit
from linli.kernel.auditing.findings import Finding
from linli.kernel.auditing.memory import Memory, usual_place
from linli.kernel.auditing.openings import Opening, Proven, check_entry, check_opening, parse_opening
from linli.kernel.auditing.promises import hold_to
from linli.kernel.auditing.sources import Address, Directory, Source, Unreachable, source_of
from linli.kernel.auditing.verdict import Outcome, Promise, Verdict, time_of

__all__ = [
    "Address",
    "Audit",
    "Directory",
    "Finding",
    "Memory",
    "Opening",
    "Outcome",
    "Promise",
    "Proven",
    "Source",
    "Unreachable",
    "Verdict",
    "audit",
    "check_entry",
    "check_opening",
    "hold_to",
    "parse_opening",
    "source_of",
    "time_of",
    "usual_place",
]
