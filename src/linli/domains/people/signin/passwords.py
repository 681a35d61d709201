"""Staff passwords (argon2): checked in the same time whether or not the username exists."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from linli.domains.people.models import Account
from linli.domains.people.signin import policy
from linli.domains.people.signin.log import note
from linli.domains.people.signin.models import LogLine, Password
from linli.domains.people.signin.secrets import mark
from linli.domains.people.signin.throttle import Use, forget, full_until, spend
from linli.domains.people.signin.visits import Visit
from linli.domains.people.signin.vocabulary import Door, Happening
from linli.domains.people.vocabulary import AccountKind
from linli.kernel.refusal import Invalid, TooMany
from linli.kernel.words import say


def check(username: str, password: str, *, visit: Visit, at: datetime) -> Account:
    """The staff account of that name and password. A second factor must follow before anyone is signed in."""
    account = Account.objects.filter(username=username.strip(), kind=AccountKind.STAFF).first()
    identifier = account.id if account else None
    try:
        spend(_uses(username, account, visit), at=at)
    except TooMany:
        _note_lock(identifier, visit=visit, at=at)
        raise
    matches = check_password(password, account.password if account else _nobody(), setter=None)
    if account is None or not matches or not account.is_active:
        note(Happening.PASSWORD_WRONG, door=Door.STAFF, account=identifier, visit=visit, at=at)
        raise wrong()
    return account


def _note_lock(account: UUID | None, *, visit: Visit, at: datetime) -> None:
    """One line an hour at most: tries against a locked account must not fill the log."""
    lately = LogLine.objects.filter(account=account, happening=Happening.LOCKED, at__gt=at - timedelta(hours=1))
    if account and not lately.exists():
        note(Happening.LOCKED, door=Door.STAFF, account=account, visit=visit, at=at)


def passed(account: Account, *, visit: Visit, at: datetime) -> None:
    """Clears the failed tries of an account that came in fully."""
    forget(_uses(str(account.username), account, visit)[:1], at=at)


def unlock(account: Account, *, at: datetime) -> None:
    """Gives a locked account its tries back, from browsers known and unknown."""
    forget(_tries_of(account.id, str(account.username)), at=at)


def locked_until(account: UUID, *, username: str, at: datetime) -> datetime | None:
    """Until when an account's tries are used up, by password or second factor; None where it is open."""
    return full_until(_tries_of(account, username), at=at)


def _tries_of(account: UUID, username: str) -> list[Use]:
    subjects = [mark("name", subject) for subject in (username, f"{username} known")]
    return [*(Use(policy.NAME_TRIED, subject) for subject in subjects), Use(policy.FACTOR, account)]


def _uses(username: str, account: Account | None, visit: Visit) -> list[Use]:
    """A browser the account came in from before has tries of its own: a stranger cannot lock the owner out."""
    known = account is not None and account.id in visit.trusted_for
    subject = mark("name", f"{username.strip()} known" if known else username.strip())
    return [Use(policy.NAME_TRIED, subject), Use(policy.NAMES_TRIED_BY_VISIT, visit.mark)]


def set_password(account: Account, password: str, *, temporary: bool = False, at: datetime) -> None:
    """Sets the password; a temporary one must be changed at the next sign-in."""
    try:
        validate_password(password, account)
    except ValidationError as error:
        sentences = " ".join(error.messages)
        weak = say("{why}", "{why}", why=sentences)
        raise Invalid(weak, fields={"password": weak}) from error
    account.set_password(password)
    with transaction.atomic():
        account.save(update_fields=["password"])
        Password.objects.update_or_create(account=account.id, defaults={"set_at": at, "temporary": temporary})


def is_temporary(account: UUID) -> bool:
    """Whether the owner has yet to choose a password of their own."""
    return Password.objects.filter(account=account, temporary=True).exists()


_made: dict[str, str] = {}


def _nobody() -> str:
    """A digest nothing matches, made once, so that an unknown name costs what a known one does."""
    return _made.setdefault("nobody", make_password("nobody's password"))


def wrong() -> Invalid:
    """One answer for an unknown name, a wrong password and a closed account."""
    return Invalid(
        say(
            "Username or password is not right. After several wrong tries the account locks for a while.",
            "账号或密码不对。连续输错几次后，账号会锁定一段时间。",
        )
    )


def wrong_old() -> Invalid:
    """The refusal to change a password for someone who does not know it."""
    sentence = say("The present password is not right. Type it again.", "原密码不对，请重新输入。")
    return Invalid(sentence, fields={"old": sentence})


def same() -> Invalid:
    """The refusal of a new password that is the old one."""
    sentence = say("Choose a password other than the present one.", "新密码不能与原密码相同，请换一个。")
    return Invalid(sentence, fields={"password": sentence})
