"""Moving a place with all below it: rare, and done in one statement."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Concat, Substr

from linli.domains.places.actions.adding import require_wider
from linli.domains.places.actions.changing import place_to_change, require_name_free
from linli.domains.places.announcing import announce_move
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.locks import moving
from linli.domains.places.models import Place
from linli.domains.places.paths import below, segment
from linli.domains.places.refusals import into_itself, no_such_place, retired
from linli.domains.places.rights import By, require_manage
from linli.domains.places.spots import Spot, spot


@transaction.atomic
def move(*, place: UUID, to: UUID, by: By, at: datetime) -> Spot:
    """Hangs a place and its subtree under another parent; every path below it changes, every identifier stays."""
    moving()
    found = place_to_change(place, by=by)
    parent = Place.objects.select_for_update(no_key=True).filter(pk=to).first()
    if parent is None:
        raise no_such_place()
    _require_can_hang(found, parent, by)
    if found.parent_id == parent.pk:
        return spot(found)
    return spot(_hang(found, parent))


def _require_can_hang(place: Place, parent: Place, by: By) -> None:
    require_manage(by, at_place=parent.path)
    if parent.active_until is not None:
        raise retired(parent.words)
    if parent.path.startswith(place.path):
        raise into_itself()
    require_wider(PlaceKind(place.kind), PlaceKind(parent.kind))


def _hang(place: Place, parent: Place) -> Place:
    old = place.path
    parent.last_child += 1
    parent.save(update_fields=["last_child"])
    place.parent, place.position = parent, parent.last_child
    place.path = parent.path + segment(PlaceKind(place.kind), place.position)
    require_name_free(place)
    Place.objects.filter(below(old)).update(path=Concat(Value(place.path), Substr(F("path"), len(old) + 1)))
    place.save(update_fields=["parent", "position"])
    announce_move(place=place.pk, was=old, path=place.path)
    return place
