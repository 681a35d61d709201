"""An e-mail address is written to only after its owner followed a link that was sent there (PIPL Art. 14)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from django.conf import settings
from django.core import signing

from linli.domains.delivery.actions import agree_to
from linli.domains.delivery.channels import Channel
from linli.domains.delivery.jobs import carry_out
from linli.domains.delivery.models import Message
from linli.domains.delivery.outbox import write_to_address
from linli.domains.delivery.templates import register_template
from linli.kernel.ids import new_id
from linli.kernel.refusal import Refusal, TooMany
from linli.kernel.words import say

SALT = "linli.delivery.confirm"
LASTS = timedelta(days=1)
"""How long the link holds, and the letter that brings it is tried."""
MOST = 5
"""Letters in a day: nobody's mailbox is filled from here."""


def _link(params: Mapping[str, Any]) -> dict[str, Any]:
    """The link, made when the letter leaves; it names references, never an address."""
    signed = signing.dumps([params["person"], params["address"]], salt=SALT)
    return {"link": f"{settings.BASE_URL}/mine/channels/email/{signed}/"}


CONFIRM = register_template(
    "channels.confirm",
    say(
        "Somebody asked Linli to send news to this address. Was it you? Confirm here within a day: {link}\n"
        "If it was not you, do nothing: no more comes.",
        "有人请邻里把消息发到这个邮箱。如果是你本人，请在一天内打开链接确认：{link}\n如果不是你，不用理会，不会再收到来信。",
    ),
    subject=say("Confirm this address for news from Linli", "请确认用这个邮箱接收邻里消息"),
    fetch=_link,
)


def ask_to_confirm(person: UUID, *, address: UUID, language: str, at: datetime) -> None:
    """Sends the link to the sealed address; refused after some letters in a day."""
    nowhere = uuid5(person, CONFIRM.key)  # no inbox: the link is for whoever reads that mailbox alone
    lately = Message.objects.filter(recipient=nowhere, template=CONFIRM.key, at__gt=at - LASTS)
    if lately.count() >= MOST:
        raise TooMany(
            say(
                "Several links were sent today already. Look into your mailbox, spam too, or try again tomorrow.",
                "今天已经发过几次确认邮件。请查看邮箱（包括垃圾邮件），或明天再试。",
            ),
            again_in=int(LASTS.total_seconds()),
        )
    write_to_address(
        template_key=CONFIRM.key,
        params={"person": str(person), "address": str(address)},
        key=f"{CONFIRM.key} {new_id()}",
        about=nowhere,
        channel=Channel.EMAIL,
        address=address,
        language=language,
        at=at,
        until=at + LASTS,
    )
    carry_out()


def confirm(signed: str, *, person: UUID, kept: UUID | None, language: str, at: datetime) -> None:
    """Whoever is signed in followed their own link: news goes to that address, if it is still the one kept."""
    try:
        whose, address = signing.loads(signed, salt=SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError):
        raise _not_that() from None
    if whose != str(person) or address != str(kept):
        raise _not_that()
    agree_to(Channel.EMAIL, recipient=person, address=UUID(address), language=language, at=at)


def _not_that() -> Refusal:
    return Refusal(
        say(
            "This link holds no longer, or is for another address or person. Have a new one sent on “How news reaches"
            " me”.",
            "这个链接已失效，或不是给你现在这个邮箱的。请在“消息怎么通知我”里重新发送。",
        ),
        code="link_ended",
    )
