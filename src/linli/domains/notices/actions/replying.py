"""Saying back to a notice: a matter of its own for the body that published it; what is to be done becomes a request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from linli.domains.matters.engine import Act, Draft, open_matter, open_within
from linli.domains.matters.models import Event, Matter, Text
from linli.domains.matters.opening_texts import open_text
from linli.domains.matters.tracking import new_code, tracking_index
from linli.domains.notices.kinds import NOTICES, REPLIES
from linli.domains.notices.lifecycle.reply import AnswerReply, SayBack, TurnIntoRequest
from linli.domains.notices.refusals import no_such_notice
from linli.domains.notices.states import OUT
from linli.domains.people.actions import register_person
from linli.domains.people.actor import Actor
from linli.kernel.vault import Purpose


@dataclass(frozen=True, kw_only=True)
class SaidBack:
    """The reply, and the code by which somebody without an account reads the answer."""

    matter: Matter
    tracking_code: str


@transaction.atomic
def say_back(number: str, details: SayBack, *, by: Actor, at: datetime) -> SaidBack:
    """Asks about a notice that is out, or objects to it. A visitor is asked for nothing about themself."""
    states = [state.code for state in OUT]
    notice = Matter.objects.filter(number=number, kind=NOTICES.life.kind, state__in=states).first()
    if notice is None:
        raise no_such_notice()
    code = "" if by.stands_for else new_code()
    draft = Draft(
        details=details,
        opener=by.stands_for or register_person(by=by, at=at),
        origin=notice.pk,
        extra={"notice": notice},
        tracking=tracking_index(code) if code else None,
    )
    return SaidBack(matter=open_within(REPLIES.life.kind, [draft], by=by, at=at)[0].matter, tracking_code=code)


@REPLIES.upon(AnswerReply)
def _for_all_or_not(acts: Sequence[Act]) -> None:
    """Shown where both agreed: whoever asked, and whoever answered."""
    for act in acts:
        act.matter.facts["shown"] = act.given(AnswerReply).show and bool(act.matter.facts.get("share"))


@REPLIES.after(TurnIntoRequest)
def _open_request(acts: Sequence[Act]) -> None:
    """The resident's own words, opened by name and sealed again under the same key, in a request of theirs."""
    for act in acts:
        matter = act.matter
        said = Event.objects.filter(matter=matter, verb=SayBack.verb()).values("pk")
        text = Text.objects.get(event__in=said, field="text")
        words = open_text(text.pk, by=act.by, purpose=Purpose.RESOLVE, at=act.at)
        given = {"text": words, "place": matter.place_id, "category": act.given(TurnIntoRequest).category}
        open_matter("request", given, by=act.by, at=act.at, origin=matter.pk, opener=matter.opener_id)
