"""What becomes of the matters of a person who was forgotten (PIPL Art. 47): that they were dealt with stays, no more.

Stays: number, category, community, states, times, units, verdicts, and the entries in the record, which hold no more
than that. Goes: the originals, with the key; every masked word of either side, for masking may have missed something;
titles, the words' traces in search, files, the door if one was named, tracking codes, what the person followed, and
the salts of the record's commitments, so that nobody can ever tell what they stood for. What was shared with
neighbours is shared no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from linli.domains.matters.models import Attachment, Event, Follow, Matter, SearchRow, Text, Visibility
from linli.domains.matters.opening_texts import ERASED
from linli.domains.places.models import Place
from linli.domains.places.paths import building_of
from linli.kernel.record import erase_salts


@transaction.atomic
def forget(person: UUID, *, at: datetime) -> None:
    """Clears the person's matters of what words, files and places still say; a second time changes nothing."""
    own = Q(opener=person) | Q(parent__opener=person)
    rows = Matter.objects.select_for_update(of=("self",)).select_related("place").filter(own)
    matters = list(rows.order_by("pk"))
    _blank(matters)
    Text.objects.filter(owner=person).update(body=ERASED.zh)
    Attachment.objects.filter(owner=person, erased_at=None).update(
        sealed=None, thumbnail=None, digest=b"", width=None, height=None, erased_at=at
    )
    Follow.objects.filter(person=person).delete()
    entries = Event.objects.filter(matter__in=matters).values_list("entry", flat=True)
    erase_salts([entry for entry in entries if entry])


def _blank(matters: Sequence[Matter]) -> None:
    paths = {building_of(matter.place.path) for matter in matters}
    places = {place.path: place for place in Place.objects.filter(path__in=paths).only("pk", "path")}
    for matter in matters:
        building = places[building_of(matter.place.path)]
        matter.title, matter.tracking, matter.published_at = ERASED.zh, None, None
        matter.visibility = Visibility.PRIVATE
        matter.place_id, matter.path = building.pk, building.path
    Matter.objects.bulk_update(matters, ["title", "tracking", "published_at", "visibility", "place", "path"])
    SearchRow.objects.filter(matter__in=matters).update(grams=[])
    follow = [SearchRow(matter=matter, path=matter.path) for matter in matters if matter.parent_id is None]
    SearchRow.objects.bulk_update(follow, ["path"])
