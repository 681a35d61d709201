"""Registering people, changing how they are reached, and forgetting them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from linli.domains.people.actions.posts import end_all_posts
from linli.domains.people.actor import SYSTEM, Actor
from linli.domains.people.announcing import announce_erased
from linli.domains.people.contacts import clean_email, clean_person_name, clean_phone
from linli.domains.people.models import Account, Authorisation, Person
from linli.domains.people.queries.persons import person_with_phone
from linli.domains.people.refusals import no_such
from linli.domains.people.rights import ERASE, FIND, REGISTER, require_anywhere
from linli.domains.people.vocabulary import Sex
from linli.kernel import vault
from linli.kernel.ids import new_id
from linli.kernel.vault import Plain
from linli.kernel.words import say


@dataclass(frozen=True, kw_only=True, slots=True)
class NewPerson:
    """Someone to be registered; all of it may be empty. No personal value shows in a repr."""

    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    birth: date | None = field(default=None, repr=False)
    sex: Sex | None = field(default=None, repr=False)
    language: str = "zh-hans"


def register_person(
    *,
    name: str = "",
    phone: str = "",
    email: str = "",
    birth: date | None = None,
    sex: Sex | None = None,
    language: str = "zh-hans",
    by: Actor,
    at: datetime,
) -> UUID:
    """A new person; anyone may register themselves. Of `birth` only the month is kept."""
    new = NewPerson(name=name, phone=phone, email=email, birth=birth, sex=sex, language=language)
    return register_many(people=[new], by=by, at=at)[0]


@transaction.atomic
def register_many(*, people: Sequence[NewPerson], by: Actor, at: datetime) -> list[UUID]:
    """New persons, in the order given; three statements however many."""
    if len(people) > 1:
        require_anywhere(by, REGISTER)
    rows = [_row(new, at) for new in people]
    sealed = [
        (row, reference, Plain(reference.removesuffix("_ref"), value, find=True))
        for row, new in zip(rows, people, strict=True)
        for reference, value in _values(new).items()
    ]
    references = vault.seal_many([(row.pk, plain) for row, _, plain in sealed], at=at)
    for (row, column, _), reference in zip(sealed, references, strict=True):
        setattr(row, column, reference)
    Person.objects.bulk_create(rows, batch_size=2000)
    return [row.pk for row in rows]


def find_or_register(*, name: str, phone: str, email: str = "", by: Actor, at: datetime) -> UUID:
    """Whoever has this phone, or someone new; only those who may look people up ever meet someone known."""
    known = person_with_phone(clean_phone(phone)) if by.system or FIND.code in by.rights else None
    return known or register_person(name=name, phone=phone, email=email, by=by, at=at)


@transaction.atomic
def change_contact(*, person: UUID, name: str = "", phone: str = "", email: str = "", by: Actor, at: datetime) -> None:
    """Replaces what is given and leaves the rest; the desk changes others' on request.

    Persons change their own name and e-mail. A phone is a way in, so whoever types one has yet to prove it is theirs.
    """
    if by.person != person or phone:
        require_anywhere(by, REGISTER)
    row = Person.objects.select_for_update(no_key=True).filter(pk=person, erased_at=None).first()
    if row is None:
        raise no_such(say("person", "人员"))
    new = _values(NewPerson(name=name, phone=phone, email=email))
    plains = [Plain(column.removesuffix("_ref"), value, find=True) for column, value in new.items()]
    for column, reference in zip(new, vault.seal(owner=person, values=plains, at=at), strict=True):
        setattr(row, column, reference)
    row.save(update_fields=list(new))


@transaction.atomic
def erase_person(*, person: UUID, reason: str, by: Actor, at: datetime) -> None:
    """Destroys what is known of a person, closes their account, ends their posts and authorisations; for good.

    `reason` is a code ("asked", "moved_away", "purpose_met": PIPL Art. 47), never words about the person.
    """
    if by.person != person:
        require_anywhere(by, ERASE)
    gone = Person.objects.filter(pk=person, erased_at=None).update(
        name_ref=None, phone_ref=None, email_ref=None, birth_month=None, sex="", erased_at=at
    )
    if not gone:
        raise no_such(say("person", "人员"))
    vault.erase(person, at=at, reason=reason)
    _close(person, at)
    announce_erased(person)


def _close(person: UUID, at: datetime) -> None:
    held = Authorisation.objects.filter(withdrawn_at=None)
    held.filter(principal=person).update(withdrawn_at=at)
    held.filter(agent_person=person).update(withdrawn_at=at)
    account = Account.objects.filter(person=person).values_list("pk", flat=True).first()
    if account is None:
        return
    Account.objects.filter(pk=account).update(is_active=False)
    held.filter(agent_account=account).update(withdrawn_at=at)
    end_all_posts(account=account, by=SYSTEM, at=at)


def _row(new: NewPerson, at: datetime) -> Person:
    return Person(
        id=new_id(),
        birth_month=new.birth.replace(day=1) if new.birth else None,
        sex=new.sex.value if new.sex else "",
        language=new.language,
        registered_at=at,
    )


def _values(new: NewPerson) -> dict[str, str]:
    """What is to be sealed, by the column that will hold its reference."""
    values = {
        "name_ref": clean_person_name(new.name),
        "phone_ref": clean_phone(new.phone),
        "email_ref": clean_email(new.email),
    }
    return {column: value for column, value in values.items() if value}
