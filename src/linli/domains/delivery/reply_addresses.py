"""The address an answer to a letter comes to: the desk's own, with a sign that says about what and from whom.

`desk@example.cn` becomes `desk+MATTERSIGN@example.cn`: the matter's identifier and a keyed digest over it and the
letter's recipient, in letters that survive any mail program. Whoever answers from it is heard as that recipient; a
forged sign, or one of a letter to somebody else, is nobody's.
"""

from __future__ import annotations

import hmac
import re
from base64 import b32decode, b32encode
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings
from django.utils.crypto import salted_hmac

from linli.kernel.words import say

SIGN = 14
"""Bytes of the digest: 112 bits; with the matter's 16 they are 48 letters, and an address may have 64 before its @."""
ABOVE = say("-- Please write your answer above this line --", "—— 请在此行上方回复 ——")
"""What stands above a letter that may be answered, so that the letter can be told from the answer."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The matter an answer is about, and the sign that should be its writer's."""

    matter: UUID
    sign: bytes = field(repr=False)

    def is_from(self, recipient: UUID) -> bool:
        """Whether the letter that is answered went to this recipient."""
        return hmac.compare_digest(self.sign, _sign(self.matter, recipient))


def reply_address(matter: UUID, *, recipient: UUID) -> str:
    """Where an answer to a letter about the matter goes; empty where nobody reads e-mail here."""
    name, at, domain = str(settings.MAIL_DESK).rpartition("@")
    if not at or not settings.MAIL_SIGNED:
        return str(settings.MAIL_DESK)
    return f"{name}+{b32encode(matter.bytes + _sign(matter, recipient)).decode().rstrip('=').lower()}@{domain}"


def answered(addresses: Iterable[str]) -> Answered | None:
    """The first of these addresses that one of our letters could have come from."""
    name, _, domain = str(settings.MAIL_DESK).rpartition("@")
    ours = re.compile(rf"{re.escape(name)}\+([a-z2-7]{{48}})@{re.escape(domain)}", re.I)
    for address in addresses:
        if found := ours.fullmatch(address.strip()):
            octets = b32decode(found[1].upper())
            return Answered(UUID(bytes=octets[:16]), octets[16:])
    return None


def _sign(matter: UUID, recipient: UUID) -> bytes:
    return salted_hmac("linli.reply", matter.bytes + recipient.bytes, algorithm="sha256").digest()[:SIGN]
