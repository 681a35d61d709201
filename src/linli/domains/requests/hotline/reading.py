"""Reads one order as a city writes it into what we understand by it, or says which field to mend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from linli.domains.people.contacts import LONGEST_NAME, clean_phone
from linli.domains.requests.hotline.refusals import unreadable
from linli.domains.requests.hotline.vocabulary import Standing
from linli.domains.requests.hotline.wire import Wire, at
from linli.domains.requests.importing.moments import moment
from linli.domains.requests.importing.reading import LONGEST, LONGEST_WORD
from linli.domains.requests.lifecycle.hotline import RULE
from linli.domains.requests.vocabulary import RequestKind, Urgency
from linli.kernel.refusal import Refusal
from linli.kernel.rules import rulebook
from linli.kernel.vault.blind import blind
from linli.kernel.workdays import allowance_of

LONGEST_NUMBER = 64
CLOCKS_MAY_DIFFER = timedelta(minutes=10)


@dataclass(frozen=True, kw_only=True, slots=True)
class CityOrder:
    """An order as we understand it. No personal value shows in a repr."""

    number: str
    sequence: int
    sent_at: datetime
    text: str = field(repr=False)
    name: str = field(repr=False)
    phone: str = field(repr=False)
    confidential: bool
    area: str
    category: str
    kind: RequestKind
    urgency: Urgency
    standing: Standing
    sign_for_by: datetime | None
    answer_by: datetime | None

    @property
    def parts(self) -> dict[str, str]:
        """Keyed digests of what it says, part by part, by which a changed order is told from the same."""
        said = {
            "text": self.text,
            "caller": f"{self.name}\x1f{self.phone}\x1f{self.confidential}",
            "about": f"{self.area}\x1f{self.category}\x1f{self.kind}\x1f{self.urgency}",
            "deadlines": f"{self.sign_for_by}\x1f{self.answer_by}",
            "standing": self.standing,
        }
        return {part: blind("hotline.words", f"{part}\x1f{words}").hex() for part, words in said.items()}


def read_order(given: Any, by: Wire, *, now: datetime) -> CityOrder:
    """The order, or `Invalid` naming the city's own field."""
    return _Reading(given, by, now).order()


FIRST = "0"
"""The sequence of what a sheet says, where the city counts its words and the sheet does not: anything newer stands."""


class _Reading:
    def __init__(self, given: Any, by: Wire, now: datetime) -> None:
        if not isinstance(given, Mapping):
            raise unreadable(by.order.number)
        self.given, self.by, self.now = given, by, now

    def order(self) -> CityOrder:
        words = self.by.order
        number = self.line(words.number, most=LONGEST_NUMBER)
        if not number:
            raise unreadable(words.number)
        sent_at = self.moment(words.sent_at)
        if sent_at is None or sent_at > self.now + CLOCKS_MAY_DIFFER:
            raise unreadable(words.sent_at)
        phone, kept = self.phone()
        return CityOrder(
            number=number,
            sequence=self.sequence(sent_at),
            sent_at=min(sent_at, self.now),
            text=self.words(kept),
            name=self.line(words.name, most=LONGEST_NAME),
            phone=phone,
            confidential=bool(words.confidential) and self.said(words.confidential) in self.by.confidential,
            area=self.line(words.area, most=LONGEST_WORD),
            category=self.line(words.category, most=LONGEST_WORD),
            kind=self.by.kinds.get(self.text(words.kind), RequestKind.HELP),
            urgency=self.by.urgencies.get(self.text(words.urgency), Urgency.ORDINARY),
            standing=self.standing(),
            sign_for_by=self.deadline(words.sign_for_by),
            answer_by=self.deadline(words.answer_by),
        )

    def said(self, path: str) -> Any:
        return at(self.given, path)

    def text(self, path: str) -> str:
        """A text or number as it was sent; empty where there is none."""
        said = self.said(path)
        if said is None:
            return ""
        if not isinstance(said, str | int | float) or isinstance(said, bool) or "\x00" in str(said):
            raise unreadable(path)
        return str(said).strip()

    def line(self, path: str, *, most: int) -> str:
        line = " ".join(self.text(path).split())
        if len(line) > most or not line.isprintable():
            raise unreadable(path)
        return line

    def words(self, kept: str) -> str:
        """What is the matter: subject, words, address, and a telephone that is none."""
        words = self.by.order
        title, text = self.text(words.title), self.text(words.text)
        parts = [text] if text.startswith(title) else [title, text]
        whole = "\n".join(part for part in (*parts, self.text(words.address), kept) if part)
        if len(text) < 2 or len(whole) > LONGEST:
            raise unreadable(words.text)
        return whole

    def moment(self, path: str) -> datetime | None:
        """The time, read as sheets' times are; seconds or milliseconds since 1970 too."""
        written = self.text(path)
        if not written:
            return None
        if written.isdecimal() and len(written) in (10, 13):
            return datetime.fromtimestamp(int(written[:10]), tz=self.now.tzinfo)
        read = moment(written)
        if read is None:
            raise unreadable(path)
        return read

    def deadline(self, path: str) -> datetime | None:
        until = self.moment(path)
        most = allowance_of(rulebook().rule(RULE, on=localdate(self.now)).value).amount
        if until is not None and until > self.now + timedelta(days=most):
            raise unreadable(path)
        return until

    def sequence(self, sent_at: datetime) -> int:
        """Its place among the words on this order: the city's own count, else when it was changed."""
        if self.by.order.sequence:
            counted = self.text(self.by.order.sequence)
            if not counted.isdecimal() or len(counted) > 18:
                raise unreadable(self.by.order.sequence)
            return int(counted)
        changed = self.moment(self.by.order.changed_at) or sent_at
        return int(changed.timestamp() * 1000)

    def standing(self) -> Standing:
        """An unknown one is nothing we act upon."""
        return self.by.standings.get(self.text(self.by.order.standing), Standing.OPEN)

    def phone(self) -> tuple[str, str]:
        """The caller's number; what is no number stays among the words, where it is sealed with them."""
        typed = self.text(self.by.order.phone)
        try:
            return clean_phone(typed), ""
        except Refusal:
            return "", typed[:LONGEST_WORD]
