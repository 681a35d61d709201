"""Who reported, as far as another system knew: the same account or telephone is the same person, however often."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from linli.domains.people.actions import NewPerson, register_many
from linli.domains.people.actor import SYSTEM, Actor
from linli.domains.people.queries import person_with_phone
from linli.domains.requests.importing.models import ImportedReporter
from linli.domains.requests.importing.reading import Brought
from linli.kernel.vault.blind import blind


def reporters(rows: Sequence[Brought], *, by: Actor, at: datetime) -> list[UUID | None]:
    """The person of each row, registered where they are new; None where the row says nothing of them.

    A constant number of statements, and one more for each telephone never seen.
    """
    keys = [_key(row) for row in rows]
    wanted = {key: row for key, row in zip(keys, rows, strict=True) if key}
    known = _known(wanted.keys())
    missing = {key: row for key, row in wanted.items() if key not in known}
    met = {key: person for key, row in missing.items() if (person := person_with_phone(row.phone))}
    new = {key: row for key, row in missing.items() if key not in met}
    people = [NewPerson(name=row.name or row.account, phone=row.phone) for row in new.values()]
    registered = register_many(people=people, by=replace(by, system=True), at=at)
    found = met | dict(zip(new, registered, strict=True))
    ImportedReporter.objects.bulk_create(
        [ImportedReporter(key=key, person_id=person) for key, person in found.items()],
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["person"],
    )
    everybody = known | found
    nameless = [everybody.get(key) if key else None for key in keys]
    return _with_names(rows, nameless, at=at)


def _with_names(rows: Sequence[Brought], people: Sequence[UUID | None], *, at: datetime) -> list[UUID | None]:
    """Rows that give a name alone: two of one name are not one person, so each is somebody new."""
    named = [place for place, row in enumerate(rows) if people[place] is None and row.name]
    new = register_many(people=[NewPerson(name=rows[place].name) for place in named], by=SYSTEM, at=at)
    whole = list(people)
    for place, person in zip(named, new, strict=True):
        whole[place] = person
    return whole


def _key(row: Brought) -> bytes | None:
    if row.phone:
        return blind("imported.phone", row.phone)
    return blind("imported.user", row.account) if row.account else None


def _known(keys: Iterable[bytes]) -> dict[bytes, UUID]:
    """Persons by key; whoever had themself erased is nobody we know."""
    rows = ImportedReporter.objects.filter(key__in=list(keys), person__erased_at=None)
    return {bytes(key): person for key, person in rows.values_list("key", "person")}
