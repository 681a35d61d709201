"""The mailbox over IMAP: what is new since last time, one mail at a time; nothing there is moved or deleted."""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from imaplib import IMAP4, IMAP4_SSL
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

PATIENCE = 60
"""Seconds that the server may take for one answer."""
LARGEST = 40 * 1024 * 1024
"""Bytes of a mail that is fetched whole; of a larger one the headers alone."""
LOCAL = ("127.0.0.1", "::1", "localhost")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""As IMAP writes them, whatever this machine's language."""
SIZE = re.compile(rb"RFC822\.SIZE (\d+)")


class Unreachable(Exception):  # noqa: N818 - a state of the line, not a fault of ours
    """The server cannot be used now, or says something that is not IMAP; the next run tries again."""


@dataclass(frozen=True)
class Fetched:
    """One mail as it lies there: its number, its bytes, and whether those are all of it."""

    number: int
    raw: bytes = field(repr=False)
    whole: bool


class Box:
    """An open mailbox; `validity` says for how long its numbers hold."""

    def __init__(self, client: IMAP4, *, name: str, validity: int) -> None:
        self._client = client
        self.name = name
        self.validity = validity

    def since(self, last: int, *, day: date) -> Iterator[Fetched]:
        """Every mail with a number above `last` that came on that day or later, in their order."""
        on = f"{day.day}-{MONTHS[day.month - 1]}-{day.year}"
        (found,) = _told(self._client.uid("SEARCH", f"UID {last + 1}:*", "SINCE", on))
        for number in sorted({int(each) for each in (found or b"").split()}):
            if number > last:  # a range that ends in * always holds the newest one
                yield self._fetch(number)

    def mark_seen(self, number: int) -> None:
        """Shows people who look into the mailbox that this one was taken in."""
        _told(self._client.uid("STORE", str(number), "+FLAGS.SILENT", r"(\Seen)"))

    def flag(self, number: int) -> None:
        """Shows them that this one needs their eyes."""
        _told(self._client.uid("STORE", str(number), "+FLAGS.SILENT", r"(\Flagged)"))

    def _fetch(self, number: int) -> Fetched:
        sized = b" ".join(_octets(self._client.uid("FETCH", str(number), "(RFC822.SIZE)")))
        size = SIZE.search(sized)
        whole = size is not None and int(size[1]) <= LARGEST
        part = "BODY.PEEK[]" if whole else "BODY.PEEK[HEADER]"
        told = _told(self._client.uid("FETCH", str(number), f"({part})"))
        raw = next((each[1] for each in told if isinstance(each, tuple)), b"")
        return Fetched(number, raw[:LARGEST], whole)


@contextmanager
def open_box(url: str) -> Iterator[Box]:
    """The mailbox at `imaps://user:password@host:993/INBOX`; raises Unreachable, without the address, on any fault."""
    parts = urlsplit(url)
    try:
        client = _connected(parts)
    except (OSError, IMAP4.error) as error:
        raise Unreachable(type(error).__name__) from None
    try:
        client.login(unquote(parts.username or ""), unquote(parts.password or ""))
        _told(client.select(f'"{unquote(parts.path.lstrip("/")) or "INBOX"}"'))
        (validity,) = client.response("UIDVALIDITY")[1]
        yield Box(client, name=box_name(url), validity=int(validity or 0))
    except (OSError, IMAP4.error, ValueError) as error:
        raise Unreachable(type(error).__name__) from None
    finally:
        _leave(client)


def box_name(url: str) -> str:
    """What a mailbox is called here: whose it is and where, without the password."""
    parts = urlsplit(url)
    return f"{parts.username}@{parts.hostname}{parts.path}"


def _connected(parts: SplitResult) -> IMAP4:
    host, secure = parts.hostname or "", ssl.create_default_context()
    if parts.scheme == "imaps":
        return IMAP4_SSL(host, parts.port or 993, ssl_context=secure, timeout=PATIENCE)
    client = IMAP4(host, parts.port or 143, timeout=PATIENCE)
    if host not in LOCAL:
        _encrypt(client, secure)
    return client


def _encrypt(client: IMAP4, secure: ssl.SSLContext) -> None:
    """Before the password is sent; without that the line is left."""
    try:
        client.starttls(ssl_context=secure)
    except (OSError, IMAP4.error):
        _leave(client)
        raise


def _told(answer: tuple[str, list[Any]]) -> list[Any]:
    said, told = answer
    if said != "OK":
        raise IMAP4.error(said)
    return told


def _octets(answer: tuple[str, list[Any]]) -> Iterator[bytes]:
    for each in _told(answer):
        if isinstance(each, bytes):
            yield each
        elif isinstance(each, tuple):
            yield from (part for part in each if isinstance(part, bytes))


def _leave(client: IMAP4) -> None:
    try:
        client.logout()
    except (OSError, IMAP4.error):
        client.shutdown()  # the line is broken: nobody is there to say goodbye to
