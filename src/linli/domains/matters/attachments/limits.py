"""How large and how many: the rule pack's to say, kind of matter by kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from linli.domains.matters.engine.refusals import no_files_here
from linli.domains.matters.kinds import kind_of
from linli.kernel.rules import rulebook

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Megabytes of one file by its kind, and files of one matter."""

    megabytes: Mapping[str, int]
    count: int

    @property
    def largest(self) -> int:
        """Megabytes of the largest file of any kind."""
        return max(self.megabytes.values())


def limits_of(kind: str, *, at: datetime) -> Limits:
    """What holds for matters of this kind on that day; refuses where they take no files."""
    rules, on = kind_of(kind).files, localdate(at)
    if not rules:
        raise no_files_here()
    book = rulebook()
    return Limits(book.rule(f"{rules}.megabytes", on=on).value, book.rule(f"{rules}.count", on=on).value)
