"""Whose phone this is: the resident's account, opened at the first sign-in."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from linli.domains.people.models import Account, Person
from linli.domains.people.signin.log import note
from linli.domains.people.signin.secrets import digest
from linli.domains.people.signin.visits import Visit
from linli.domains.people.signin.vocabulary import Door, Happening
from linli.domains.people.vocabulary import AccountKind
from linli.kernel.ids import new_id
from linli.kernel.refusal import NotAllowed
from linli.kernel.vault import Plain, find, seal
from linli.kernel.words import say


def account_of(phone: str, *, visit: Visit, at: datetime) -> Account:
    """The account that signs in with this phone; person and account are made where there are none.

    Someone registered at the desk with this phone, and only they, find their own matters when they first sign in.
    """
    with transaction.atomic():
        _one_at_a_time(phone)
        people = _people_with(phone)
        residents = Account.objects.filter(person__in=people, kind=AccountKind.RESIDENT)
        account = residents.order_by("-person__phone_ref").first()  # of several, who gave the number last
        if account is None:
            person = people[0] if len(people) == 1 else _register(phone, at=at)
            account = Account.objects.create(kind=AccountKind.RESIDENT, person_id=person, opened_at=at)
            account.set_unusable_password()
            account.save(update_fields=["password"])
            note(Happening.ACCOUNT_OPENED, door=Door.RESIDENT, account=account.id, visit=visit, at=at)
    if not account.is_active:
        raise closed()
    return account


def _one_at_a_time(phone: str) -> None:
    """Two first sign-ins with one phone at once make one person: the second waits for the first to commit."""
    key = int.from_bytes(digest("lock", phone.encode())[:8], signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key])


def _people_with(phone: str) -> list[UUID]:
    """Persons whose own phone this is now; a number given up since is not."""
    references = [reference for reference, _ in find("phone", phone)]
    return list(Person.objects.filter(phone_ref__in=references, erased_at__isnull=True).values_list("id", flat=True))


def _register(phone: str, *, at: datetime) -> UUID:
    person = new_id()
    (reference,) = seal(owner=person, values=[Plain("phone", phone, find=True)], at=at)
    Person.objects.create(id=person, phone_ref=reference, registered_at=at)
    return person


def closed() -> NotAllowed:
    """The refusal for an account that was closed."""
    return NotAllowed(
        say(
            "This account is closed. Please call your community office if that is a mistake.",
            "该账号已停用。如有疑问，请联系社区工作站。",
        )
    )
