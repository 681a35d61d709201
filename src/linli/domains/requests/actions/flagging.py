"""A neighbour tells the community that something shared should not be public: once at a time, of others' words."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from linli.domains.matters.engine import Draft, open_within
from linli.domains.matters.models import Matter
from linli.domains.matters.queries import get_shared
from linli.domains.people.actor import Actor
from linli.domains.requests.lifecycle.flag import FLAG, Flag
from linli.kernel.refusal import Invalid, NotAllowed
from linli.kernel.words import say

NOT_KNOWN = say("Sign in to report this, so that everyone counts once.", "登录后即可举报，这样每人只算一次。")
YOUR_OWN = say("You wrote this yourself. Take it back on your own page.", "这是你自己发布的，可以在自己的页面撤回。")
ALREADY = say(
    "You reported this already. The community looks at it and answers you.", "你已经举报过，社区正在查看，会答复你。"
)


@transaction.atomic
def flag(number: str, details: Flag, *, by: Actor, at: datetime) -> Matter:
    """Opens the flag and answers it; the request is not touched, and whoever wrote it learns of nobody."""
    if by.stands_for is None:
        raise NotAllowed(NOT_KNOWN)
    request = Matter.objects.select_for_update(of=("self",)).get(pk=get_shared(number).pk)
    if request.opener_id == by.stands_for:
        raise Invalid(YOUR_OWN)
    waiting = Matter.objects.filter(kind=FLAG.kind, opener=by.stands_for, closed_at=None)
    if waiting.filter(facts__flagged=str(request.pk)).exists():
        raise Invalid(ALREADY)
    draft = Draft(details=details, opener=by.stands_for, origin=request.pk, extra={"flagged": request})
    return open_within(FLAG.kind, [draft], by=by, at=at)[0].matter
