"""Second factors of staff: which ones an account has, how they are tried, added, taken away and reset."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.domains.people.signin import policy, recovery, totp
from linli.domains.people.signin.log import note
from linli.domains.people.signin.models import AuthenticatorApp, Passkey, RecoveryCode
from linli.domains.people.signin.throttle import Use, forget, spend
from linli.domains.people.signin.visits import Visit
from linli.domains.people.signin.vocabulary import Door, Happening
from linli.kernel.refusal import Invalid, Refusal
from linli.kernel.words import say


@dataclass(frozen=True, slots=True)
class Factors:
    """What an account can show besides its password."""

    app: bool
    passkeys: int
    recovery_left: int

    @property
    def enrolled(self) -> bool:
        """Whether there is an authenticator app or a passkey; recovery codes alone are not enough."""
        return self.app or self.passkeys > 0


def factors_of(account: UUID) -> Factors:
    """The second factors of an account."""
    return Factors(
        app=AuthenticatorApp.objects.filter(account=account).exists(),
        passkeys=Passkey.objects.filter(account=account).count(),
        recovery_left=recovery.left(account),
    )


def check_second_factor(account: UUID, typed: str, *, visit: Visit, at: datetime) -> None:
    """Passes with the app's current code or an unused recovery code; anything else is counted and refused."""
    spend([Use(policy.FACTOR, account)], at=at)
    if totp.check(account, typed, at=at):
        return
    if recovery.use(account, typed, at=at):
        note(Happening.RECOVERY_USED, door=Door.STAFF, account=account, visit=visit, at=at)
        return
    note(Happening.FACTOR_WRONG, door=Door.STAFF, account=account, visit=visit, at=at)
    raise wrong_code()


def factor_passed(account: UUID, *, at: datetime) -> None:
    """Clears the failed tries before it."""
    forget([Use(policy.FACTOR, account)], at=at)


def enrol_app(account: UUID, secret: str, typed: str, *, visit: Visit, at: datetime) -> None:
    """Binds an authenticator app once it has shown a right code."""
    spend([Use(policy.FACTOR, account)], at=at)
    step = totp.matching_step(secret, typed, at=at)
    if step is None:
        raise wrong_code()
    with transaction.atomic():
        totp.add(account, secret, at=at)
        AuthenticatorApp.objects.filter(account=account).update(last_step=step)
        note(Happening.APP_ADDED, door=Door.STAFF, account=account, visit=visit, at=at)


def make_recovery_codes(account: UUID, *, visit: Visit, at: datetime) -> list[str]:
    """Ten fresh recovery codes in place of the old ones; shown this once."""
    with transaction.atomic():
        note(Happening.CODES_MADE, door=Door.STAFF, account=account, visit=visit, at=at)
        return recovery.make(account)


def remove_passkey(account: UUID, passkey: UUID, *, door: Door, visit: Visit, at: datetime) -> None:
    """Takes a passkey away; staff keep at least one second factor."""
    with transaction.atomic():
        kept = list(Passkey.objects.select_for_update().filter(account=account).values_list("id", flat=True))
        if passkey not in kept:
            return
        if door == Door.STAFF and len(kept) == 1 and not AuthenticatorApp.objects.filter(account=account).exists():
            raise last_factor()
        Passkey.objects.filter(id=passkey).delete()
        note(Happening.PASSKEY_REMOVED, door=door, account=account, visit=visit, at=at)


def reset(account: UUID, *, by: UUID | None, at: datetime) -> None:
    """Takes every second factor away, for whoever lost theirs: the next sign-in sets up new ones."""
    with transaction.atomic():
        for table in (AuthenticatorApp, Passkey, RecoveryCode):
            table.objects.filter(account=account).delete()
        note(Happening.FACTORS_RESET, door=Door.STAFF, account=account, by=by, at=at)


def wrong_code() -> Invalid:
    """The refusal for a code no factor of the account knows, or knew already."""
    sentence = say(
        "That code is not right or was used already. Wait for the next one and try again.",
        "验证码不对或已经用过，请等下一个验证码出现后再试。",
    )
    return Invalid(sentence, fields={"code": sentence})


def last_factor() -> Refusal:
    """The refusal to leave a staff account without a second factor."""
    return Refusal(
        say(
            "This is your only second factor. Set up an authenticator app or another passkey first.",
            "这是唯一的二次验证方式，请先绑定身份验证器或另一个通行密钥。",
        )
    )
