"""Districts, subdistricts and communities as the national division codes list them; importing twice changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from linli.domains.places.actions.adding import NewPlace, add_many
from linli.domains.places.actions.changing import rename
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place
from linli.domains.places.naming import clean_name
from linli.domains.places.rights import By
from linli.kernel.ids import new_id
from linli.kernel.refusal import Invalid
from linli.kernel.words import say

KIND_BY_LENGTH = {6: PlaceKind.DISTRICT, 9: PlaceKind.SUBDISTRICT, 12: PlaceKind.COMMUNITY}
"""A code's length tells its level, and its beginning its parent (GB/T 2260, GB/T 10114)."""


@dataclass(frozen=True, slots=True)
class DivisionRow:
    """One line of a list of divisions."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class DivisionImport:
    """What an import did."""

    added: int
    renamed: int
    unchanged: int


@transaction.atomic
def import_divisions(*, rows: Sequence[DivisionRow], by: By, at: datetime) -> DivisionImport:
    """Adds divisions not yet known by code, renames those whose name changed, leaves the rest; all or none."""
    _require_codes(rows)
    known = {
        place.code: place
        for place in Place.objects.filter(code__in=_needed(rows)).only("id", "code", "name", "name_en")
    }
    other = [row for row in rows if row.code in known and known[row.code].name != clean_name(row.name)]
    for row in other:
        rename(place=known[row.code].pk, name=row.name, name_en=known[row.code].name_en, by=by, at=at)
    news = _news([row for row in rows if row.code not in known], {code: place.pk for code, place in known.items()})
    if news:
        add_many(news=news, by=by, at=at)
    return DivisionImport(len(news), len(other), len(rows) - len(news) - len(other))


def _news(rows: Sequence[DivisionRow], ids: dict[str, UUID]) -> list[NewPlace]:
    """Widest first, each under whatever its code begins with; without that, a root."""
    ids |= {row.code: new_id() for row in rows}
    return [
        NewPlace(
            kind=KIND_BY_LENGTH[len(row.code)],
            name=row.name,
            parent=ids.get(row.code[:-3]),
            code=row.code,
            id=ids[row.code],
        )
        for row in sorted(rows, key=lambda row: (len(row.code), row.code))
    ]


def _needed(rows: Sequence[DivisionRow]) -> set[str]:
    return {row.code for row in rows} | {row.code[:-3] for row in rows}


def _require_codes(rows: Sequence[DivisionRow]) -> None:
    wrong = next(
        (row for row in rows if not (row.code.isascii() and row.code.isdecimal() and len(row.code) in KIND_BY_LENGTH)),
        None,
    )
    if wrong is None:
        return
    sentence = say(
        "{code} is not a division code: 6 digits for a district, 9 for a subdistrict, 12 for a community. Mend it.",
        "{code} 不是区划代码：区县 6 位、街道 9 位、社区 12 位，请修改该行。",
        code=wrong.code[:20],
    )
    raise Invalid(sentence, fields={"code": sentence})
