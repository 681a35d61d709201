"""Sign-in codes: asked for, derived from a key outside the database, tried at most so often, used once."""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import get_language

from linli.domains.people.signin import policy
from linli.domains.people.signin.log import note
from linli.domains.people.signin.models import Challenge
from linli.domains.people.signin.phones import mainland_mobile
from linli.domains.people.signin.secrets import digest, mark, seal, unseal
from linli.domains.people.signin.throttle import Use, spend
from linli.domains.people.signin.visits import Visit
from linli.domains.people.signin.vocabulary import Door, Happening
from linli.kernel.events import announce
from linli.kernel.ids import new_id
from linli.kernel.refusal import Invalid
from linli.kernel.words import Words, say

ASKED = "signin.code_asked"
DIGITS = 6
STALE = timedelta(days=1)


def ask_code(typed: str, *, visit: Visit, at: datetime) -> UUID:
    """Has a code sent to that phone, known here or not, and answers the challenge it belongs to.

    The code is made and sent after commit by delivery, which hears of it by event.
    """
    phone = mainland_mobile(typed)
    phone_mark = mark("phone", phone)
    spend([Use(policy.ASK_BY_PHONE, phone_mark), Use(policy.ASK_BY_VISIT, visit.mark)], at=at)
    challenge = new_id()
    with transaction.atomic():
        Challenge.objects.create(
            id=challenge,
            phone=seal("challenge", challenge, phone),
            phone_mark=phone_mark,
            asked_at=at,
            until=at + policy.code_policy(at=at).holds,
        )
        note(Happening.CODE_ASKED, door=Door.RESIDENT, visit=visit, at=at)
        announce(ASKED, id=challenge, payload={"challenge": str(challenge), "language": get_language() or "zh-hans"})
    return challenge


def ask_again(challenge: UUID, *, visit: Visit, at: datetime) -> UUID:
    """A fresh code for the phone of an earlier challenge, under the same limits."""
    phone = phone_of(challenge)
    if phone is None:
        raise stale()
    return ask_code(phone, visit=visit, at=at)


def check_code(challenge: UUID, typed: str, *, visit: Visit, at: datetime) -> str:
    """The phone the code was sent to, if this is the code; each challenge is answered right at most once."""
    asked = Challenge.objects.filter(id=challenge).values_list("phone_mark", flat=True).first()
    if asked is None:
        raise stale()
    spend([Use(policy.CHECK_BY_PHONE, asked), Use(policy.CHECK_BY_VISIT, visit.mark)], at=at)
    if not _take_try(challenge, at=at):
        raise stale()
    if not hmac.compare_digest(code_of(challenge), _figures(typed)):
        note(Happening.CODE_WRONG, door=Door.RESIDENT, visit=visit, at=at)
        raise _wrong(challenge, at=at)
    with transaction.atomic():
        held = Challenge.objects.select_for_update().filter(id=challenge, used_at__isnull=True).first()
        if held is None:
            raise stale()
        phone = unseal("challenge", challenge, held.phone)
        held.used_at, held.phone = at, b""
        held.save(update_fields=["used_at", "phone"])
    return phone


def _take_try(challenge: UUID, *, at: datetime) -> bool:
    """Counts one try in one statement, so that a hundred at once still get no more than the rule allows."""
    open_still = Challenge.objects.filter(
        id=challenge, used_at__isnull=True, until__gt=at, tries__lt=policy.code_policy(at=at).tries
    )
    return bool(open_still.update(tries=F("tries") + 1))


def code_of(challenge: UUID) -> str:
    """The six figures that belong to a challenge."""
    return f"{int.from_bytes(digest('code', challenge.bytes)[:8]) % 10**DIGITS:0{DIGITS}}"


def phone_of(challenge: UUID) -> str | None:
    """Where the code of this challenge goes; None once it was used or swept away."""
    sealed = Challenge.objects.filter(id=challenge).values_list("phone", flat=True).first()
    return unseal("challenge", challenge, sealed) if sealed else None


def sweep(*, at: datetime) -> int:
    """Deletes challenges a day after they ran out; answers how many."""
    return Challenge.objects.filter(until__lt=at - STALE).delete()[0]


def _figures(typed: str) -> str:
    return "".join(str(int(figure)) for figure in typed if figure.isdecimal())


def _wrong(challenge: UUID, *, at: datetime) -> Invalid:
    tried = Challenge.objects.values_list("tries", flat=True).get(id=challenge)
    left = policy.code_policy(at=at).tries - tried
    if left <= 0:
        return stale()
    return _about_code(
        say(
            "That is not the code we sent. You can try {left} more times.",
            "验证码不对，还可以再试 {left} 次。",
            left=left,
        )
    )


def stale() -> Invalid:
    """The refusal for a code that no longer holds, whatever the reason."""
    return _about_code(say("This code no longer works. Please ask for a new one.", "验证码已失效，请重新获取。"))


def _about_code(sentence: Words) -> Invalid:
    return Invalid(sentence, fields={"code": sentence})
