"""The editor's questions, made from the act's own details; the time is asked to the minute."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.functional import lazystr

from linli.domains.notices.choices import places_below
from linli.domains.notices.lifecycle.drafting import Written
from linli.domains.notices.queries import DraftSeen
from linli.domains.notices.rights import WRITE
from linli.domains.notices.templates import TEMPLATES, template_of
from linli.domains.notices.wording import FIELDS
from linli.domains.people.actor import Actor
from linli.kernel.lifecycle.forms import TransitionForm, form_for
from linli.kernel.words import say

ORDER = (
    "type",
    "title",
    "body",
    "claim",
    "verifier",
    "evidence",
    "places",
    "period",
    "publish_at",
    "until",
)
MINUTES = "%Y-%m-%dT%H:%M"


def editor(transition: type[Written], *, by: Actor) -> type[TransitionForm]:
    """The form class: places are those where the actor may write."""
    made = form_for(transition, choices=lambda source: places_below(by.areas(WRITE.code)), leave_out=("publish_at",))
    return type("Editor", (made,), {"publish_at": _when(), "field_order": ORDER})


def _when() -> forms.DateTimeField:
    return forms.DateTimeField(
        label=lazystr(say("Publish at", "定时发布")),
        help_text=lazystr(say("Empty: as soon as it is approved.", "不填：审核通过后立即发布。")),
        required=False,
        input_formats=[MINUTES],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MINUTES),
        error_messages={
            "invalid": lazystr(say("Write a time like 2026-01-31T09:00.", "请写成 2026-01-31T09:00 这样的时间。"))
        },
    )


def held_by(seen: DraftSeen) -> dict[str, Any]:
    """What the draft holds, as the form shows it."""
    row = seen.notice
    return {
        **seen.words,
        "type": row.type,
        "places": [str(place) for place in seen.places],
        "period": row.period,
        "until": row.until,
        "publish_at": row.publish_at,
    }


def begun_with(asked: QueryDict) -> dict[str, Any]:
    """What a new notice begins with: a template's words, and of a disclosure owed its type, period and place."""
    template = template_of(asked.get("template", "")) or next(
        (each for each in TEMPLATES if each.type == asked.get("type")), None
    )
    words = {name: getattr(template, name) for name in ("type", *FIELDS)} if template else {}
    return {**words, "period": asked.get("period", "")[:8], "places": asked.getlist("place")[:1]}
