"""The list of bodies that take part here, each with how many serve in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Count, Q

from linli.domains.people.actor import Actor
from linli.domains.people.models import Organisation
from linli.domains.people.queries.organisations import Unit, as_unit, unit
from linli.domains.people.refusals import no_such
from linli.domains.people.rights import AUDIT_READ, PEOPLE, POSTS, require_any
from linli.domains.people.vocabulary import OrganisationKind
from linli.domains.places.paths import below
from linli.kernel.words import say

MOST = 300
"""Bodies shown at once; words and kinds narrow the list."""
OFFICES = (PEOPLE, POSTS, AUDIT_READ)


@dataclass(frozen=True, slots=True)
class Body:
    """One body, and how many accounts hold a post in it now."""

    unit: Unit
    serving: int


def body(organisation: UUID, *, by: Actor) -> Unit:
    """One body, closed ones too, for whoever manages, appoints or audits where it stands."""
    require_any(by, *OFFICES)
    found = unit(organisation)
    if not by.system and not any(by.may(right.code, at_place=found.area) for right in OFFICES):
        raise no_such(say("organisation", "机构"))
    return found


def bodies(
    *, by: Actor, at: datetime, words: str = "", kind: OrganisationKind | None = None, closed: bool = False
) -> list[Body]:
    """Bodies in the areas of whoever manages, appoints or audits there, by kind and name; one statement."""
    require_any(by, *OFFICES)
    areas = {area for right in OFFICES for area in by.areas(right.code)}
    here = Q() if by.system else reduce(or_, (below(area, field="place__path") for area in areas), Q(pk__in=()))
    named = Q(name__icontains=words.strip()) | Q(name_en__icontains=words.strip()) if words.strip() else Q()
    of_kind = Q(kind=kind.value) if kind else Q()
    serves = Q(posts__since__lte=at) & (Q(posts__until=None) | Q(posts__until__gt=at))
    found = Organisation.objects.filter(here, named, of_kind, active=not closed).select_related("place")
    counted = found.defer("place__geometry").annotate(serving=Count("posts__account", serves, distinct=True))
    return [Body(as_unit(each), each.serving) for each in counted.order_by("kind", "place__path", "name")[:MOST]]
