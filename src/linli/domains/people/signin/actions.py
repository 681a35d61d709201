"""What may be done at the doors: ask for a code, come in, show a second factor, end a session.

The doors keep the browser's state between steps; each step here checks, limits and logs by itself.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest

from linli.domains.people.actor import Actor
from linli.domains.people.models import Account
from linli.domains.people.overseeing import require_over_account
from linli.domains.people.refusals import not_to_yourself
from linli.domains.people.signin import codes, factors, passkeys, passwords, policy, residents
from linli.domains.people.signin.codes import ask_again, ask_code
from linli.domains.people.signin.destination import destination, with_next
from linli.domains.people.signin.device_cookie import remember
from linli.domains.people.signin.entrance import (
    Awaited,
    await_second_factor,
    awaiting,
    begin_session,
    end_session,
    mark_proven,
)
from linli.domains.people.signin.factors import (
    check_second_factor,
    enrol_app,
    factor_passed,
    make_recovery_codes,
    remove_passkey,
)
from linli.domains.people.signin.handing import Handed, open_with_password, renew_password
from linli.domains.people.signin.log import note
from linli.domains.people.signin.models import Session
from linli.domains.people.signin.open_sessions import revoke, revoke_others
from linli.domains.people.signin.passwords import set_password
from linli.domains.people.signin.rights import UNLOCK
from linli.domains.people.signin.throttle import Use, spend
from linli.domains.people.signin.totp import add as bind_app
from linli.domains.people.signin.visits import Visit, visit_of
from linli.domains.people.signin.vocabulary import Door, Happening
from linli.domains.people.signin.workapps.models import Bound
from linli.domains.people.vocabulary import AccountKind
from linli.kernel.refusal import Invalid

__all__ = [
    "Awaited",
    "Handed",
    "Use",
    "Visit",
    "add_passkey",
    "ask_again",
    "ask_code",
    "await_second_factor",
    "awaiting",
    "bind_app",
    "change_password",
    "check_password",
    "check_second_factor",
    "choose_password",
    "destination",
    "end_session",
    "enrol_app",
    "make_recovery_codes",
    "mark_proven",
    "open_with_password",
    "remember",
    "remove_passkey",
    "renew_password",
    "renew_recovery_codes",
    "reset_factors",
    "revoke",
    "revoke_others",
    "set_password",
    "sign_in_resident",
    "sign_in_staff",
    "sign_in_with_code",
    "sign_in_with_passkey",
    "spend",
    "staff_account",
    "unlock",
    "use_passkey_as_factor",
    "visit_of",
    "with_next",
]


def sign_in_with_code(challenge: UUID, typed: str, *, visit: Visit, at: datetime) -> Account:
    """The resident whose phone got this code; person and account are opened at the first sign-in."""
    return residents.account_of(codes.check_code(challenge, typed, visit=visit, at=at), visit=visit, at=at)


def sign_in_with_passkey(
    answer: str, *, state: passkeys.State | None, site: passkeys.Site, visit: Visit, at: datetime
) -> Account:
    """The resident whose passkey answered."""
    spend([Use(policy.CHECK_BY_VISIT, visit.mark)], at=at)
    identifier = passkeys.use(answer, state=state, site=site, at=at)
    account = Account.objects.filter(id=identifier, kind=AccountKind.RESIDENT).first()
    if account is None:
        raise passkeys.refused()
    if not account.is_active:
        raise residents.closed()
    return account


def check_password(username: str, password: str, *, visit: Visit, at: datetime) -> Account:
    """The staff account of that name and password; nobody is signed in by that alone."""
    return passwords.check(username, password, visit=visit, at=at)


def sign_in_staff(request: HttpRequest, account: Account, *, visit: Visit, at: datetime) -> None:
    """Signs in staff who showed both factors, and clears the failed tries before."""
    factor_passed(account.id, at=at)
    passwords.passed(account, visit=visit, at=at)
    begin_session(request, account, door=Door.STAFF, visit=visit, at=at)


def sign_in_resident(request: HttpRequest, account: Account, *, kept: bool, visit: Visit, at: datetime) -> None:
    """Signs in a resident; `kept` remembers the device for as long as the rule says."""
    begin_session(request, account, door=Door.RESIDENT, kept=kept, visit=visit, at=at)


def use_passkey_as_factor(
    account: UUID, answer: str, *, state: passkeys.State | None, site: passkeys.Site, visit: Visit, at: datetime
) -> None:
    """Passes with one of the account's own passkeys; anything else is counted and refused."""
    spend([Use(policy.FACTOR, account)], at=at)
    try:
        passkeys.use(answer, state=state, site=site, account=account, at=at)
    except Invalid:
        note(Happening.FACTOR_WRONG, door=Door.STAFF, account=account, visit=visit, at=at)
        raise


def add_passkey(
    account: UUID,
    answer: str,
    *,
    state: passkeys.State | None,
    site: passkeys.Site,
    door: Door,
    visit: Visit,
    at: datetime,
) -> None:
    """Keeps the passkey the browser just made."""
    with transaction.atomic():
        passkeys.add(account, answer, state=state, site=site, device=visit.device, at=at)
        note(Happening.PASSKEY_ADDED, door=door, account=account, visit=visit, at=at)


def staff_account(account: UUID) -> Account:
    """The account a pending browser waits for; refused like a wrong password where it was closed meanwhile."""
    found = Account.objects.filter(id=account, kind=AccountKind.STAFF, is_active=True).first()
    if found is None:
        raise passwords.wrong()
    return found


def change_password(account: UUID, old: str, new: str, *, here: str | None, visit: Visit, at: datetime) -> None:
    """Sets a new password of the owner's choosing and signs out every other browser."""
    holder = staff_account(account)
    spend([Use(policy.FACTOR, account)], at=at)
    if not holder.check_password(old):
        raise passwords.wrong_old()
    if old == new:
        raise passwords.same()
    with transaction.atomic():
        set_password(holder, new, at=at)
        Session.objects.filter(account=account).exclude(session_key=here or "").delete()
        note(Happening.PASSWORD_SET, door=Door.STAFF, account=account, visit=visit, at=at)


def choose_password(account: Account, new: str, *, visit: Visit, at: datetime) -> None:
    """Takes the place of a temporary password, for someone who has just shown both factors."""
    if account.check_password(new):
        raise passwords.same()
    with transaction.atomic():
        set_password(account, new, at=at)
        note(Happening.PASSWORD_SET, door=Door.STAFF, account=account.id, visit=visit, at=at)


def renew_recovery_codes(account: UUID, password: str, *, visit: Visit, at: datetime) -> list[str]:
    """Ten fresh recovery codes, for someone who types their password again."""
    spend([Use(policy.FACTOR, account)], at=at)
    if not staff_account(account).check_password(password):
        raise passwords.wrong_old()
    return make_recovery_codes(account, visit=visit, at=at)


def unlock(account: UUID, *, by: Actor, at: datetime) -> None:
    """Gives a locked staff account its tries back; an act of security administration."""
    require_over_account(by, UNLOCK, account, at=at)
    passwords.unlock(staff_account(account), at=at)
    note(Happening.UNLOCKED, door=Door.STAFF, account=account, by=by.account, at=at)


def reset_factors(account: UUID, *, by: Actor, at: datetime) -> None:
    """Takes every second factor of someone who lost theirs; the next sign-in sets up new ones. Signs them out."""
    require_over_account(by, UNLOCK, account, at=at)
    if account == by.account:
        raise not_to_yourself()
    with transaction.atomic():
        factors.reset(staff_account(account).id, by=by.account, at=at)
        Bound.objects.filter(account=account).delete()
        Session.objects.filter(account=account).delete()
