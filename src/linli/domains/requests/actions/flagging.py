"""Somebody tells the community that something shared should not be public: once at a time, of others' words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from linli.domains.matters.engine import Draft, open_within
from linli.domains.matters.models import Matter
from linli.domains.matters.queries import get_shared
from linli.domains.matters.tracking import new_code, tracking_index
from linli.domains.people.actions import register_person
from linli.domains.people.actor import Actor
from linli.domains.requests.lifecycle.flag import FLAG, Flag
from linli.kernel.refusal import Invalid
from linli.kernel.words import say

YOUR_OWN = say("You wrote this yourself. Take it back on your own page.", "这是你自己发布的，可以在自己的页面撤回。")
ALREADY = say(
    "You reported this already. The community looks at it and answers you.", "你已经举报过，社区正在查看，会答复你。"
)


@dataclass(frozen=True, kw_only=True)
class Flagged:
    """The flag, and the code by which somebody without an account reads the answer."""

    matter: Matter
    tracking_code: str


@transaction.atomic
def flag(number: str, details: Flag, *, by: Actor, at: datetime) -> Flagged:
    """Opens the flag and answers it; the request is not touched, and whoever wrote it learns of nobody.

    A visitor is asked for nothing about themself; their browser knows what it told last by the code.
    """
    request = Matter.objects.select_for_update(of=("self",)).get(pk=get_shared(number).pk)
    if request.pk == by.tracks or (by.stands_for and request.opener_id == by.stands_for):
        raise Invalid(YOUR_OWN)
    own = Q(opener=by.stands_for) if by.stands_for else Q(pk=by.tracks)
    if Matter.objects.filter(own, kind=FLAG.kind, closed_at=None, facts__flagged=str(request.pk)).exists():
        raise Invalid(ALREADY)
    code = "" if by.stands_for else new_code()
    draft = Draft(
        details=details,
        opener=by.stands_for or register_person(by=by, at=at),
        origin=request.pk,
        extra={"flagged": request},
        tracking=tracking_index(code) if code else None,
    )
    return Flagged(matter=open_within(FLAG.kind, [draft], by=by, at=at)[0].matter, tracking_code=code)
