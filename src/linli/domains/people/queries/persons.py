"""Finding persons and how to reach them: references only; what they stand for is opened in the vault."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from linli.domains.people.actor import Actor
from linli.domains.people.contacts import clean_phone
from linli.domains.people.models import Person
from linli.domains.people.rights import FIND, require_anywhere
from linli.kernel import vault

# In SQL because every request filed by phone asks it.
_HAVING_PHONE = """
SELECT id FROM people_person WHERE phone_ref = ANY(%s) AND erased_at IS NULL ORDER BY registered_at, id LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Reach:
    """How a person can be named and reached: vault references, None where they gave none."""

    name: UUID | None
    phone: UUID | None
    email: UUID | None
    language: str


def find_person_by_phone(phone: str, *, by: Actor) -> UUID | None:
    """Whoever has this number now, for those who may look people up; of several, the one known longest."""
    require_anywhere(by, FIND)
    return person_with_phone(clean_phone(phone))


def person_with_phone(phone: str) -> UUID | None:
    """The same, asked by another room of the house."""
    references = [reference for reference, _ in vault.find("phone", phone)] if phone else []
    if not references:
        return None
    with connection.cursor() as cursor:
        cursor.execute(_HAVING_PHONE, [references])
        found = cursor.fetchone()
    return found[0] if found else None


def reach(persons: Iterable[UUID]) -> dict[UUID, Reach]:
    """Names and contacts of persons, as references; erased ones are left out."""
    rows = Person.objects.filter(pk__in=set(persons), erased_at=None)
    return {
        person: Reach(name, phone, email, language)
        for person, name, phone, email, language in rows.values_list(
            "pk", "name_ref", "phone_ref", "email_ref", "language"
        )
    }


def same_people(person: UUID, *, among: Iterable[UUID]) -> set[UUID]:
    """Those who are this person, or have the same phone number; two statements, and nothing is opened."""
    wanted = set(among)
    phones = dict(Person.objects.filter(pk__in={person, *wanted}, erased_at=None).values_list("phone_ref", "pk"))
    own = next((phone for phone, whose in phones.items() if whose == person), None)
    same = vault.equal_to(own, among=[phone for phone in phones if phone]) if own else set()
    return {phones[phone] for phone in same} & wanted | wanted & {person}
