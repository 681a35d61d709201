"""Units and staff out of the sheet of staff: each unit once, each person with a post and a temporary password."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from linli.cli.founding.sheets import STAFF, Row, mistake
from linli.domains.people.actions import appoint, create_organisation, open_staff_account
from linli.domains.people.actor import SYSTEM
from linli.domains.people.models import Account
from linli.domains.people.roles import STANDARD
from linli.domains.people.signin.passwords import set_password
from linli.domains.people.vocabulary import OrganisationKind
from linli.kernel.refusal import Refusal
from linli.kernel.words import say

ROLES = {name: role.code for role in STANDARD for name in (role.code, role.words.zh, role.words.en)}
KINDS = {name: kind for kind in OrganisationKind for name in (kind.value, kind.words.zh, kind.words.en)}


@dataclass(frozen=True)
class Hired:
    """Someone who can sign in now, once, with this password."""

    username: str
    password: str


def hire_all(path: Path, rows: Sequence[Row], *, areas: dict[str, UUID], subdistrict: str, at: datetime) -> list[Hired]:
    """Founds every unit named and hires everyone; raises the first mistake."""
    units: dict[tuple[str, str], UUID] = {}
    return [_hire(path, row, units, areas=areas, subdistrict=subdistrict, at=at) for row in rows]


def _hire(
    path: Path,
    row: Row,
    units: dict[tuple[str, str], UUID],
    *,
    areas: dict[str, UUID],
    subdistrict: str,
    at: datetime,
) -> Hired:
    area = row["area"] or subdistrict
    for column, known in (("role", ROLES), ("kind", KINDS), ("area", areas)):
        told = area if column == "area" else row[column]
        if told not in known:
            why = say(
                "there is no “{told}”. Choose one of: {known}.",
                "没有“{told}”，可选：{known}。",
                told=told,
                known="、".join(known),
            )
            raise mistake(path, row, STAFF[column], why)
    try:
        unit = units.get((row["unit"], area)) or create_organisation(
            kind=KINDS[row["kind"]], name=row["unit"], place=areas[area], by=SYSTEM, at=at
        )
        units[row["unit"], area] = unit
        account = open_staff_account(username=row["username"], display_name=row["name"], by=SYSTEM, at=at)
        appoint(account=account, organisation=unit, role=ROLES[row["role"]], place=areas[area], by=SYSTEM, at=at)
    except Refusal as refusal:
        raise mistake(path, row, STAFF["username"], refusal.sentence) from refusal
    password = "-".join(secrets.token_hex(2) for _ in range(3))
    set_password(Account.objects.get(pk=account), password, temporary=True, at=at)
    return Hired(row["username"], password)
