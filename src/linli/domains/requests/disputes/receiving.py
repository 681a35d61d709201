"""Which committee mediates where: the nearest mediation committee over a place, else its residents' committee."""

from __future__ import annotations

from uuid import UUID

from linli.domains.people.models import Organisation
from linli.domains.people.vocabulary import OrganisationKind
from linli.domains.places.paths import ancestors

MEDIATES = (OrganisationKind.MEDIATION_COMMITTEE, OrganisationKind.RESIDENTS_COMMITTEE)


def committee_at(path: str) -> UUID | None:
    """The committee that mediates at this place; None where there is none yet."""
    over = Organisation.objects.filter(active=True, kind__in=MEDIATES, place__path__in=ancestors(path))
    found = [
        (MEDIATES.index(OrganisationKind(kind)), -len(at), pk)
        for kind, at, pk in over.values_list("kind", "place__path", "pk")
    ]
    return min(found)[2] if found else None
