"""How one city writes its orders and wants to be told: one TOML file, so that a city adapts that file alone."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from django.conf import settings
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from linli.domains.requests.hotline.vocabulary import Standing, Telling
from linli.domains.requests.vocabulary import RequestKind, Urgency
from linli.kernel.refusal import Invalid
from linli.kernel.words import say

STANDARD = Path(__file__).parent / "wires" / "standard.toml"
Code = str | int | bool


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Signing(_Part):
    """Which digest, and the headers that carry key, time, nonce and signature."""

    digest: Literal["hmac-sha256", "hmac-sm3"]
    key: str
    timestamp: str
    nonce: str
    signature: str
    window_seconds: int = Field(ge=10, le=3600)


class OrderFields(_Part):
    """Where in an order each thing stands: a name, or names parted by dots. Empty: this city does not say it."""

    number: str = Field(min_length=1)
    sent_at: str = Field(min_length=1)
    text: str = Field(min_length=1)
    sequence: str = ""
    changed_at: str = ""
    title: str = ""
    name: str = ""
    phone: str = ""
    confidential: str = ""
    area: str = ""
    address: str = ""
    category: str = ""
    kind: str = ""
    urgency: str = ""
    standing: str = ""
    sign_for_by: str = ""
    answer_by: str = ""


class Answers(_Part):
    """Where an answer says how it went: `done` and `known` (heard before) are well, `never` is not tried again."""

    code: str
    sentence: str
    done: tuple[Code, ...]
    known: tuple[Code, ...] = ()
    never: tuple[Code, ...] = ()
    refused: Code
    """What we say of a call that we do not take."""


class Fetching(_Part):
    """Where orders are fetched: address, the parameter that says how far we are, where the answer holds them."""

    path: str
    since: str
    orders: str
    next: str


class Tellings(_Part):
    """Where and how the city is told: our words for its fields, acts and states."""

    path: str
    fields: dict[str, str]
    acts: dict[Telling, Code]
    states: dict[str, Code]


class Sheets(_Part):
    """Columns of the sheets that stand in where nothing else connects: of orders that come, of tellings that go."""

    orders: dict[str, str]
    tellings: dict[str, str]


class Wire(_Part):
    """All of one city's way of writing."""

    name: str
    signing: Signing
    order: OrderFields
    confidential: tuple[Code, ...] = (True,)
    kinds: dict[str, RequestKind] = Field(default_factory=dict)
    urgencies: dict[str, Urgency] = Field(default_factory=dict)
    standings: dict[str, Standing] = Field(default_factory=dict)
    answers: Answers
    fetching: Fetching | None = None
    telling: Tellings
    sheets: Sheets


def wire() -> Wire:
    """The wire of this deployment's city."""
    return read_wire(Path(settings.HOTLINE_WIRE) if settings.HOTLINE_WIRE else STANDARD)


@lru_cache(maxsize=8)
def read_wire(path: Path) -> Wire:
    """The wire in a file; `Invalid` names what to mend in it."""
    try:
        return Wire.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        where = ", ".join(".".join(str(step) for step in one["loc"]) for one in error.errors())
    except (OSError, ValueError) as error:
        where = type(error).__name__
    raise Invalid(
        say(
            "The file that says how this city writes its orders cannot be used: {where}. Compare it with"
            " docs/how-to/connect-12345.md.",
            "市热线接口文件不能用：{where}。请对照 docs/how-to/connect-12345.md 修改。",
            where=where,
        )
    )


def at(given: Any, path: str) -> Any:
    """What stands at a dotted path; None where nothing does."""
    for step in path.split("."):
        if not isinstance(given, Mapping) or not path:
            return None
        given = given.get(step)
    return given


def put(into: dict[str, Any], path: str, value: object) -> None:
    """Puts a value at a dotted path."""
    *way, last = path.split(".")
    for step in way:
        into = into.setdefault(step, {})
    into[last] = value
