"""The link in an e-mail of a mailing that turns mailings off without signing in: RFC 2369, and RFC 8058's one click.

It names the sending and carries a sign: it tells nobody whose letter it was, and nobody makes one up. Only what waits
for the morning has it: an emergency, and what somebody is owed about a matter of theirs, cannot be turned off.
"""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from uuid import UUID

from django.conf import settings
from django.utils.crypto import salted_hmac

from linli.domains.delivery.channels import Recipient
from linli.domains.delivery.models import Sending
from linli.kernel.words import say

SIGN = 16
"""Bytes of the digest; with the sending's 16 they are 43 letters."""
BELOW = say("To get no more notices by e-mail or message: {link}", "不想再收到这类公告推送：{link}")


def stop_link(sending: Sending) -> str:
    """The address that turns off what this letter is one of; empty where that cannot be turned off."""
    if not sending.quiet or sending.message.to != Recipient.PERSON:
        return ""
    token = urlsafe_b64encode(sending.id.bytes + _sign(sending.id)).decode().rstrip("=")
    return f"{settings.BASE_URL}/mine/stop/{token}/"


def stop_headers(link: str) -> dict[str, str]:
    """The headers by which a mail program offers it."""
    if not link:
        return {}
    return {"List-Unsubscribe": f"<{link}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def stopped_by(token: str) -> UUID | None:
    """The person whose letter carried this link; None where nobody's did."""
    try:
        octets = urlsafe_b64decode(token + "=" * (-len(token) % 4))
        sending, sign = UUID(bytes=octets[:16]), octets[16:]
    except (ValueError, Error):
        return None
    if not hmac.compare_digest(sign, _sign(sending)):
        return None
    to = Sending.objects.filter(pk=sending, quiet=True, message__to=Recipient.PERSON)
    return to.values_list("message__recipient", flat=True).first()


def _sign(sending: UUID) -> bytes:
    return salted_hmac("linli.stop", sending.bytes, algorithm="sha256").digest()[:SIGN]
