"""What a transition must be given: pydantic fields with their words, and whether they are personal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import GetJsonSchemaHandler, StringConstraints
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema

from linli.kernel.words import Words

MAX_TEXT = 4000
"""Characters of one free text; longer stories are attached."""


@dataclass(frozen=True, slots=True)
class Detail:
    """The words of a field, for every door. `choices` names a source of options that the door asks the domain for."""

    words: Words
    hint: Words | None = None
    choices: str = ""
    rows: int = 1
    autocomplete: str = "off"

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        described = dict(handler(schema))
        described["title"] = self.words.en
        described["x-title-zh"] = self.words.zh
        if self.hint:
            described["description"] = self.hint.en
        return described


@dataclass(frozen=True, slots=True)
class Sealed:
    """Marks a text as personal: its original is sealed in the vault, lists and search see a masked copy."""

    staff_only: bool = False


_WORDS = StringConstraints(max_length=MAX_TEXT, strip_whitespace=True, pattern=r"^[^\x00]*$")
"""No database column holds a NUL, and nobody types one."""

FreeText = Annotated[str, _WORDS, Sealed()]
"""Anything a person writes in their own words, for all who may read the matter."""

StaffText = Annotated[str, _WORDS, Sealed(staff_only=True)]
"""Words between those who work on it; the opener does not see them."""


def detail_of(field: FieldInfo) -> Detail | None:
    """The `Detail` a field was declared with."""
    return next((mark for mark in field.metadata if isinstance(mark, Detail)), None)


def seal_of(field: FieldInfo) -> Sealed | None:
    """The seal of a field that holds personal free text."""
    return next((mark for mark in field.metadata if isinstance(mark, Sealed)), None)
