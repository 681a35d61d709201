"""Whom the desk has looked up: an opaque token in the address, good for its finder alone and for an hour."""

from __future__ import annotations

from uuid import UUID

from django.core import signing

from linli.domains.people.actor import Actor
from linli.kernel.refusal import NotFound
from linli.kernel.words import say

SALT, HOUR = "linli.office.found", 3600


def remembered(person: UUID, *, by: Actor) -> str:
    """The token for a person just found."""
    return signing.dumps([str(by.account), str(person)], salt=SALT)


def person_in(token: str, *, by: Actor) -> UUID:
    """The person in it; whoever did not look them up, or did so long ago, looks them up first."""
    try:
        account, person = signing.loads(token, salt=SALT, max_age=HOUR)
    except (signing.BadSignature, ValueError):
        raise look_up_again() from None
    if account != str(by.account):
        raise look_up_again()
    return UUID(person)


def look_up_again() -> NotFound:
    """The page of a resident is there for whoever has just found them."""
    return NotFound(
        say("Look the resident up by phone number again, then go on.", "请重新按手机号查找这位居民，再继续办理。")
    )
