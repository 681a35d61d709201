"""What may be asked about paper forms."""

from __future__ import annotations

from functools import reduce
from operator import or_

from django.db.models import Q

from linli.domains.people.actor import Actor
from linli.domains.people.rights import ACT_FOR
from linli.domains.places.paths import below
from linli.domains.places.queries import get
from linli.domains.places.spots import Spot
from linli.domains.requests.blanks.models import PaperForm
from linli.domains.requests.blanks.refusals import never_printed


def form_in(form: int, *, by: Actor, locked: bool = False) -> PaperForm:
    """The form, where it was printed for the actor's areas; held against others who type it in at once, if asked."""
    areas = reduce(or_, (below(area, field="place__path") for area in by.areas(ACT_FOR.code)), Q(pk__in=()))
    rows = PaperForm.objects.filter(areas, pk=form)
    found = (rows.select_for_update(of=("self",)) if locked else rows).first()
    if found is None:
        raise never_printed()
    return found


def place_of(form: int, *, by: Actor) -> Spot:
    """Where the form was handed out."""
    return get(form_in(form, by=by).place_id)
