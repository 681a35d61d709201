"""A personal value on its way into the vault."""

from __future__ import annotations

import dataclasses
import re

from linli.kernel.refusal import Invalid
from linli.kernel.words import say

_FIELD = re.compile(r"[a-z][a-z0-9_.]{0,63}")


@dataclasses.dataclass(frozen=True, slots=True)
class Plain:
    """A value and the field it fills (`"phone"`, `"request.text"`); `find=True` lets it be looked up exactly.

    The last word of the field's name decides how the value is normalised for look-up (see `normal.py`).
    The value never shows in a repr, so neither in logs nor in error pages.
    """

    field: str
    value: str | bytes = dataclasses.field(repr=False)
    find: bool = False

    def __post_init__(self) -> None:
        check_field(self.field)

    def octets(self) -> bytes:
        """What is sealed: one byte that says text or bytes, then the value."""
        if isinstance(self.value, str):
            return TEXT + self.value.encode("utf-8", "surrogatepass")
        return BYTES + self.value


def check_field(name: str) -> None:
    """Refuses a field's name that is not a short lower-case word or dotted path."""
    if not _FIELD.fullmatch(name):
        raise Invalid(
            say(
                "A field's name is 1 to 64 lower-case letters, digits, dots and underscores. Give another.",
                "字段名须为 1 至 64 个小写字母、数字、点或下划线，请修改。",
            )
        )


TEXT = b"t"
BYTES = b"b"


def from_octets(octets: bytes) -> str | bytes:
    """The value that `Plain.octets` packed."""
    if octets[:1] == TEXT:
        return octets[1:].decode("utf-8", "surrogatepass")
    return octets[1:]
