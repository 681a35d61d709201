"""Linking two requests about the same matter, so that whoever reads one finds the other."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from linli.domains.matters.links import link_many
from linli.domains.matters.models import Matter
from linli.domains.matters.models.link import Relation
from linli.domains.matters.queries import get_by_number
from linli.domains.people.actor import Actor
from linli.domains.requests import rights
from linli.domains.requests.lifecycle.request import REQUEST
from linli.kernel.refusal import Invalid, NotAllowed
from linli.kernel.words import say

ONLY_REQUESTS = say(
    "Only two different requests are linked as the same matter. Open the request itself and link from there.",
    "只有两件不同的诉求才能互相关联，请打开诉求本身再关联。",
)
NOT_YOURS = say(
    "Linking requests is done by the desk that accepts them. Tell the desk which two belong together.",
    "关联诉求由受理岗来做，请把这两件的编号告诉受理岗。",
)


@transaction.atomic
def link_same(number: str, other: str, *, by: Actor, at: datetime) -> Matter:
    """Links two requests that the actor may see and accepts the first of; a second time changes nothing."""
    one, same = get_by_number(number, by=by), get_by_number(other, by=by)
    if one.kind != REQUEST.kind or same.kind != REQUEST.kind or one.pk == same.pk:
        raise Invalid(ONLY_REQUESTS)
    if not by.may(rights.ACCEPT.code, at_place=one.path):
        raise NotAllowed(NOT_YOURS)
    earlier, later = sorted((one, same), key=lambda matter: (matter.opened_at, matter.pk))
    link_many([(earlier, later)], Relation.RELATED, at=at)
    return one
