"""One rule: a value, where it is written, and from when to when it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from linli.kernel.words import Words


@dataclass(frozen=True, slots=True)
class Rule:
    """A dated version of a rule; `verified` says that somebody read the cited text against the value."""

    key: str
    name: Words
    value: Any
    citation: str
    verified: bool
    in_force_from: date
    in_force_to: date | None
    pack: str
    version: str
    source_url: str | None = None
    note: str | None = None
    dated: bool = False
    """The pack holds several versions of this key, so the label must say which."""

    @property
    def label(self) -> str:
        """What a computed result names: pack, its version and the key, `beijing 2026.1 requests.verify`."""
        since = f"@{self.in_force_from:%Y-%m-%d}" if self.dated else ""
        return f"{self.pack} {self.version} {self.key}{since}"

    def in_force(self, on: date) -> bool:
        """Whether this version holds on that day; both ends are included."""
        return self.in_force_from <= on and (self.in_force_to is None or on <= self.in_force_to)


def frozen(value: Any) -> Any:
    """The same value with nothing left to change, since one book is shared by the whole process."""
    if isinstance(value, Mapping):
        return MappingProxyType({key: frozen(inner) for key, inner in value.items()})
    if isinstance(value, list | tuple):
        return tuple(frozen(inner) for inner in value)
    return value
