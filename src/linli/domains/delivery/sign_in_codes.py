"""Sign-in codes on their way: in no inbox, to a phone that may be nobody's yet, and only while they hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from linli.domains.delivery.channels import Channel
from linli.domains.delivery.jobs import carry_out
from linli.domains.delivery.outbox import write_to_address
from linli.domains.delivery.templates import register_template
from linli.domains.people.signin.policy import code_policy
from linli.domains.people.signin.queries import code_of, phone_of
from linli.kernel.words import say


def _code(params: Mapping[str, Any]) -> dict[str, Any]:
    """Code and minutes; neither is ever stored."""
    minutes = code_policy(at=timezone.now()).holds // timedelta(minutes=1)
    return {"code": code_of(UUID(params["challenge"])), "minutes": minutes}


CODE = register_template(
    "signin.code",
    say("Your sign-in code was sent.", "登录验证码已发送。"),
    sms=say(
        "Your sign-in code is {code}. It works for {minutes} minutes. Tell it to nobody, not even staff.",
        "您的登录验证码是{code}，{minutes}分钟内有效。请勿告诉任何人，工作人员也不会向您索要。",
    ),
    fetch=_code,
    reach=phone_of,
)


def send_code(challenge: UUID, *, language: str, at: datetime) -> None:
    """Puts a code on its way to the phone that asked, once, in the language it asked in."""
    new = write_to_address(
        template_key=CODE.key,
        params={"challenge": str(challenge)},
        key=f"signin.code {challenge}",
        about=challenge,
        channel=Channel.SMS,
        address=challenge,
        language=language,
        at=at,
        until=at + code_policy(at=at).holds,
    )
    if new:
        carry_out()
