"""Reads one row of a sheet into what the engine takes, or says which column to mend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from linli.domains.people.contacts import LONGEST_NAME, clean_phone
from linli.domains.requests.importing import refusals
from linli.domains.requests.importing.fields import Field
from linli.domains.requests.importing.guessing import Columns
from linli.domains.requests.importing.moments import moment
from linli.kernel.refusal import Refusal
from linli.kernel.sheets import Row
from linli.kernel.words import Words

LONGEST = 32_000
"""Characters one cell may bring; what is longer than one message goes on in the next."""

LONGEST_WORD = 80


@dataclass(frozen=True, kw_only=True, slots=True)
class Brought:
    """A row as it will be brought in. No personal value shows in a repr."""

    line: int
    number: str
    at: datetime
    subject: str = field(repr=False)
    text: str = field(repr=False)
    account: str = field(repr=False)
    name: str = field(repr=False)
    phone: str = field(repr=False)
    category: str
    place: str
    reply: str = field(repr=False)
    replied_at: datetime | None


@dataclass(frozen=True, slots=True)
class Fallen:
    """A row that cannot be brought in: its line, the column to mend, and why."""

    line: int
    column: str
    why: Words


class Reader:
    """Reads rows by one map of columns."""

    def __init__(self, names: Sequence[str], columns: Columns, *, now: datetime) -> None:
        self.now = now
        self.named = {Field(of): name for name, of in columns.items()}
        self.places = {of: names.index(name) for of, name in self.named.items()}

    def read(self, row: Row) -> Brought | Fallen:
        """The row, or the first thing to mend in it."""
        given = {of: row.cells[place] for of, place in self.places.items()}
        wrong = self._wrong(row, given)
        if wrong:
            of, why = wrong
            return Fallen(row.number, self.named.get(of, "") if of else "", why)
        at = moment(given[Field.TIME])
        assert at is not None  # noqa: S101 - looked at above
        return Brought(
            line=row.number,
            number=given.get(Field.NUMBER, ""),
            at=at,
            subject=given.get(Field.SUBJECT, ""),
            text=_text(given),
            account=given.get(Field.ACCOUNT, ""),
            name=given.get(Field.NAME, ""),
            phone=clean_phone(given.get(Field.PHONE, "")),
            category=given.get(Field.CATEGORY, ""),
            place=given.get(Field.PLACE, ""),
            reply=given.get(Field.REPLY, "") if moment(given.get(Field.REPLIED_AT, "")) else "",
            replied_at=moment(given.get(Field.REPLIED_AT, "")),
        )

    def _wrong(self, row: Row, given: dict[Field, str]) -> tuple[Field | None, Words] | None:
        if row.beyond:
            return None, refusals.BEYOND
        if len(_text(given)) < 2:
            return Field.TEXT if Field.TEXT in self.places else Field.SUBJECT, refusals.EMPTY
        return self._wrong_time(given) or _too_long(given) or _wrong_phone(given)

    def _wrong_time(self, given: dict[Field, str]) -> tuple[Field, Words] | None:
        at = moment(given[Field.TIME])
        if at is None:
            return Field.TIME, refusals.NO_TIME
        if at > self.now:
            return Field.TIME, refusals.FUTURE
        return self._wrong_reply(given, at)

    def _wrong_reply(self, given: dict[Field, str], at: datetime) -> tuple[Field, Words] | None:
        typed = given.get(Field.REPLIED_AT, "")
        replied_at = moment(typed)
        if replied_at is None:
            return (Field.REPLIED_AT, refusals.NO_TIME) if typed else None
        if len(given.get(Field.REPLY, "")) < 2:
            return None
        if replied_at > self.now:
            return Field.REPLIED_AT, refusals.FUTURE
        return (Field.REPLIED_AT, refusals.TOO_EARLY) if replied_at < at else None


def _text(given: dict[Field, str]) -> str:
    """What the request says: subject, words and address, or its category where another system kept no more."""
    subject, text = given.get(Field.SUBJECT, ""), given.get(Field.TEXT, "")
    said = [text] if text.startswith(subject) else [subject, text]
    parts = [part for part in said if part] or [given.get(Field.CATEGORY, "")]
    if address := given.get(Field.ADDRESS, ""):
        parts.append(address)
    return "\n".join(part for part in parts if part).strip()


def _too_long(given: dict[Field, str]) -> tuple[Field, Words] | None:
    most = {
        **dict.fromkeys((Field.TEXT, Field.REPLY, Field.SUBJECT), LONGEST),
        **dict.fromkeys((Field.NAME, Field.ACCOUNT), LONGEST_NAME),
        **dict.fromkeys((Field.NUMBER, Field.CATEGORY), LONGEST_WORD),
    }
    for of, limit in most.items():
        if len(given.get(of, "")) > limit:
            return of, refusals.too_long(limit)
    return None


def _wrong_phone(given: dict[Field, str]) -> tuple[Field, Words] | None:
    try:
        clean_phone(given.get(Field.PHONE, ""))
    except Refusal:
        return Field.PHONE, refusals.NO_PHONE
    return None
