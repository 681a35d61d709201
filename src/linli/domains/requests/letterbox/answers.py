"""What whoever writes to the letterbox is answered: a number and a code, or why not, once a day at most."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django.utils.timezone import localdate

from linli.domains.delivery.actions import send_many
from linli.domains.delivery.channels import Channel
from linli.domains.delivery.jobs import carry_out
from linli.domains.delivery.letters import Letter
from linli.domains.delivery.outbox import write_to_address
from linli.domains.delivery.post import OPENER
from linli.domains.delivery.templates import register_template
from linli.domains.matters.models import Matter
from linli.domains.people.signin.secrets import mark
from linli.domains.requests.letterbox.vocabulary import Why
from linli.kernel import vault
from linli.kernel.ids import new_id
from linli.kernel.vault import Basis, Plain, Purpose
from linli.kernel.words import Words, say

LASTS = timedelta(days=2)
"""How long an answer is tried to be sent: a mail server may be away for a night."""
CODE = "tracking_code"


def _code(params: Mapping[str, Any]) -> dict[str, Any]:
    """The tracking code, opened when the letter leaves; it is nowhere in clear."""
    reference = UUID(params["code"])
    opened = vault.open_values(
        [reference],
        by=OPENER,
        purpose=Purpose.DELIVER,
        basis=Basis.CONSENT,
        matter=UUID(params["matter"]),
        at=timezone.now(),
    )
    return {"code": str(opened[reference]), "site": settings.BASE_URL, "left_out": _left_out(params["left_out"])}


UNREACHABLE = register_template(
    "letterbox.unreachable",
    say(
        "E-mails to whoever reported {number} come back. Call them, or note on its page how else they are told.",
        "发给 {number} 报事人的邮件被退回。请改打电话，或在它的页面上写明用什么方式告知。",
    ),
)


def _left_out(count: int) -> Words:
    if not count:
        return say("", "")
    return say(
        " {count} of your files could not be taken: only photos (JPEG, PNG, WebP), PDFs and voice recordings can.",
        "有 {count} 个附件未能接收：只接收照片（JPEG、PNG、WebP）、PDF 和录音。",
        count=count,
    )


TAKEN = register_template(
    "letterbox.taken",
    say(
        "We have your report {number}; the community reads it first. Follow it at {site}/track/ with the code {code}."
        " To add something, answer this e-mail.{left_out}",
        "你报的事 {number} 已收到，社区会先看。凭查询码 {code} 可在 {site}/track/ 查看进展。"
        "要补充情况，直接回复本邮件即可。{left_out}",
    ),
    subject=say("{number}: we have your report", "{number}：已收到您反映的事项"),
    fetch=_code,
)
REFUSED = register_template(
    "letterbox.refused",
    say("{why}", "{why}"),
    subject=say("Your e-mail was not taken", "您的来信未能接收"),
    shows={"why": lambda code: Why(code).words},
)


def acknowledge(
    *, matter: UUID, number: str, person: UUID, address: UUID, code: str, left_out: int, language: str, at: datetime
) -> None:
    """Puts the answer to a new request on its way: number, tracking code, and how to add to it."""
    (sealed,) = vault.seal(owner=person, values=[Plain(CODE, code)], at=at)
    write_to_address(
        template_key=TAKEN.key,
        params={"number": number, "code": str(sealed), "left_out": left_out, "matter": str(matter)},
        key=f"letterbox.taken {matter}",
        about=person,
        channel=Channel.EMAIL,
        address=address,
        language=language,
        at=at,
        until=at + LASTS,
        matter=matter,
    )
    carry_out()


def tell_unreachable(matter: Matter, *, unit: UUID, at: datetime) -> None:
    """Tells whoever holds the matter that news of it do not arrive, once."""
    key, params = f"letterbox.unreachable {matter.pk}", {"number": matter.number}
    send_many([Letter(template=UNREACHABLE.key, key=key, at=at, params=params, matter=matter.pk, to_unit=unit)])


def tell_why(why: Why, *, sender: str, language: str, at: datetime) -> bool:
    """Tells a sender why their mail was not taken, unless they were told something today; whether they are told."""
    known = vault.find("email", sender)
    reference = (
        known[0][0] if known else vault.seal(owner=new_id(), values=[Plain("email", sender, find=True)], at=at)[0]
    )
    new = write_to_address(
        template_key=REFUSED.key,
        params={"why": why.value},
        key=f"letterbox.refused {mark('letterbox.sender', sender.lower())} {localdate(at)}",
        about=reference,
        channel=Channel.EMAIL,
        address=reference,
        language=language,
        at=at,
        until=at + LASTS,
    )
    if new:
        carry_out()
    return new
