"""What a push says, in the city's own fields: read when it leaves, so that nothing personal lies in the queue."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from linli.domains.matters.models import Audience, Event, Text
from linli.domains.matters.opening_texts import ERASED
from linli.domains.requests.hotline.models import Push
from linli.domains.requests.hotline.told import BY_VERB
from linli.domains.requests.hotline.vocabulary import Telling
from linli.domains.requests.hotline.wire import Wire, put
from linli.domains.requests.vocabulary import DismissalGround, RightDoor
from linli.kernel.vault import Basis, Opener, Purpose, open_values
from linli.kernel.words import Vocabulary

OPENER = Opener(account=None, person=None, label="12345")
GROUNDS: Mapping[str, type[Vocabulary]] = {"door": RightDoor, "ground": DismissalGround}


def said_of(push: Push, by: Wire, *, at: datetime) -> dict[str, Any]:
    """The body of the call that tells of this push."""
    said = told_by(push, by, at=at)
    body: dict[str, Any] = {}
    for ours, theirs in by.telling.fields.items():
        if said[ours] not in (None, ""):
            put(body, theirs, said[ours])
    return body


def told_by(push: Push, by: Wire, *, at: datetime) -> dict[str, Any]:
    """All that a push tells, under our own names."""
    event = Event.objects.select_related("by_unit").get(pk=push.event)
    return {
        "number": push.order.number,
        "id": str(push.event),
        "act": by.telling.acts[Telling(push.kind)],
        "state": by.telling.states.get(push.state),
        "at": event.at.isoformat(timespec="seconds"),
        "unit": event.by_unit.name if event.by_unit else "",
        "text": words_of(push, event, at=at),
        "ground": ground_of(event),
        "solved": event.details.get("solved"),
        "satisfied": event.details.get("satisfied"),
    }


def words_of(push: Push, event: Event, *, at: datetime) -> str:
    """The words of staff that go along, in the original: opened for this, and logged for the resident to read."""
    field = BY_VERB[event.verb].text
    rows = Text.objects.filter(event=event, field=field, audience=Audience.PARTIES)
    text = rows.first() if field else None
    if text is None or text.sealed is None:
        return ""
    opened = open_values(
        [text.sealed],
        by=OPENER,
        purpose=Purpose.RESOLVE,
        basis=Basis.DUTY,
        matter=push.order_id,
        at=at,
        in_place_of_erased=str(ERASED),
    )
    return str(opened[text.sealed])


def ground_of(event: Event) -> str:
    """Why it is given back, in official words."""
    for detail, vocabulary in GROUNDS.items():
        if code := event.details.get(detail):
            return vocabulary(code).words.zh
    return ""
