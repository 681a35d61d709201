"""From the bytes of a mail to what it says: from whom, to which address, in which words, with which files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from email.utils import getaddresses
from hashlib import sha256
from uuid import UUID

from linli.domains.people.contacts import LONGEST_NAME, clean_email
from linli.domains.requests.letterbox.bounces import OURS, Bounce, bounce_of, is_status
from linli.domains.requests.letterbox.decoding import decoded, header, headers, opened
from linli.domains.requests.letterbox.hypertext import words_of
from linli.kernel.refusal import Invalid

MOST_NESTED = 60
KIND = re.compile(rb"^content-[a-z-]{1,40}:[^\n]*(?:\n{1,2}[ \t][^\n]*)*", re.I | re.M)
LONGEST_KIND = 8192
"""Bytes of a header that says what a part is: the standard library reads much longer ones for minutes."""
MOST_PARTS = 200
LONGEST_BODY = 200_000
"""Bytes of text that are looked at; a mail says less."""
TINY = 6 * 1024
"""Bytes up to which a picture inside the text is taken for a logo of the signature."""
PLAIN = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9.-]+", re.A)
"""An address that any mail system can write to as it stands."""
NAMING = ("in-reply-to", "references")
MOST_NAMED = 50
TO = ("to", "cc", "delivered-to", "x-original-to", "envelope-to")
MACHINES = re.compile(r"^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)(?:[+@-]|$)", re.I)


@dataclass(frozen=True, kw_only=True)
class Mail:
    """One mail, read. Nothing personal shows in a repr. `automatic` ones were written by a machine.

    `answers` are numbers of sendings that it names, if they are ours.
    """

    key: bytes
    sender: str = field(repr=False)
    name: str = field(repr=False)
    to: tuple[str, ...] = field(repr=False)
    answers: tuple[UUID, ...]
    subject: str = field(repr=False)
    text: str = field(repr=False)
    files: tuple[bytes, ...] = field(repr=False)
    automatic: bool
    bounce: Bounce | None


def read_mail(raw: bytes) -> Mail:
    """What the bytes say; a mail without words has an empty text. ValueError where it is made to keep us busy."""
    if raw.lower().count(b"multipart/") > MOST_NESTED or any(len(each[0]) > LONGEST_KIND for each in _kinds(raw)):
        raise ValueError("nothing that a mail program writes")
    mail = message_from_bytes(raw)
    name, sender = _sender(mail)
    parts = list(_parts(mail))
    return Mail(
        key=mail_key(mail, raw),
        sender=sender,
        name=name,
        to=tuple(address for _, address in getaddresses([each for at in TO for each in headers(mail, at)])),
        answers=tuple(UUID(each) for at in NAMING for each in OURS.findall(header(mail, at)))[:MOST_NAMED],
        subject=header(mail, "subject"),
        text=_text(parts),
        files=tuple(_files(parts)),
        automatic=is_status(mail) or not sender or _by_a_machine(mail, sender),
        bounce=bounce_of(mail) if is_status(mail) else None,
    )


def _kinds(raw: bytes) -> Iterator[re.Match[bytes]]:
    """Every header that says what a part is, wherever it stands and however its lines end."""
    return KIND.finditer(raw.replace(b"\r", b"\n"))


def mail_key(mail: Message, raw: bytes) -> bytes:
    """A digest by which a mail that comes again is known: of its Message-ID, or of all of it where it has none."""
    named = header(mail, "message-id")
    return sha256(named.encode("utf-8", "replace") if named else raw).digest()


def _sender(mail: Message) -> tuple[str, str]:
    """Whoever it says it is from, name and address; both empty where no answer could go there."""
    for written, address in getaddresses(headers(mail, "from")):
        try:
            if PLAIN.fullmatch(clean := clean_email(address)):
                name = opened(written)
                return (name if len(name) <= LONGEST_NAME and name.isprintable() else ""), clean
        except Invalid:
            continue
    return "", ""


def _by_a_machine(mail: Message, sender: str) -> bool:
    """Out-of-office notes, lists, newsletters, bounces without a report (RFC 3834): answering one makes a loop."""
    return (
        header(mail, "auto-submitted").lower() not in ("", "no")
        or header(mail, "precedence").lower() in ("bulk", "list", "junk", "auto_reply")
        or any(headers(mail, name) for name in ("list-id", "list-unsubscribe", "x-autoreply", "x-loop"))
        or header(mail, "return-path") == "<>"
        or MACHINES.match(sender) is not None
    )


def _parts(mail: Message) -> Iterator[Message]:
    """The leaves of this mail; a mail within it is not opened."""
    waiting, seen = [mail], 0
    while waiting and seen < MOST_PARTS:
        part, seen = waiting.pop(0), seen + 1
        below = part.get_payload()
        if part.is_multipart() and isinstance(below, list) and part.get_content_maintype() == "multipart":
            waiting[:0] = [each for each in below if isinstance(each, Message)]
        elif not part.is_multipart():
            yield part


def _text(parts: list[Message]) -> str:
    """The first part in plain words, else the first page of HTML."""
    for kind in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == kind and part.get_content_disposition() != "attachment":
                said = decoded(_octets(part)[:LONGEST_BODY], charset=part.get_content_charset("") or "")
                if words := (words_of(said) if kind == "text/html" else said.strip()):
                    return words
    return ""


def _files(parts: list[Message]) -> Iterator[bytes]:
    for part in parts:
        disposition = part.get_content_disposition()
        if disposition != "attachment" and part.get_content_maintype() == "text":
            continue
        octets = _octets(part)
        logo = disposition != "attachment" and part.get_content_maintype() == "image" and len(octets) <= TINY
        if octets and not logo:
            yield octets


def _octets(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
