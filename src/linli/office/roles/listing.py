"""All roles against all rights, and the three administrations that are kept apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from linli.domains.people.actor import Actor
from linli.domains.people.queries import RoleSeen
from linli.domains.people.queries import roles as all_roles
from linli.domains.people.queries.powers import administrators, may_change_roles, role_sizes
from linli.domains.people.rights import Administration, administrations
from linli.domains.people.roles import STANDARD
from linli.office.door import staff_only
from linli.office.roles.families import families


@dataclass(frozen=True)
class Column:
    """One role, how many hold it, and which administration it belongs to."""

    role: RoleSeen
    size: int
    administration: Administration | None


@require_GET
@staff_only
def roles(request: HttpRequest, *, by: Actor, at: datetime) -> HttpResponse:
    """The table."""
    sizes, apart = role_sizes(by=by, at=at), administrators(by=by, at=at)
    given = {
        "columns": [
            Column(role, sizes.get(role.code, 0), next(iter(administrations(role.rights)), None))
            for role in sorted(all_roles(), key=_usual_order)
        ],
        "families": families(),
        "apart": apart,
        "may_change": may_change_roles(by),
    }
    return render(request, "office/roles/list.html", given)


_USUAL = {role.code: place for place, role in enumerate(STANDARD)}


def _usual_order(role: RoleSeen) -> tuple[int, str]:
    """As the standard table lists them, then those made here."""
    return _USUAL.get(role.code, len(_USUAL)), role.code
