"""Registers notices and replies to them with matters: where they belong, what the record may hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from linli.domains.matters.engine import Draft as Drafted
from linli.domains.matters.engine.wording import first_words
from linli.domains.matters.kinds import Frame, Kind, register
from linli.domains.matters.models import Matter
from linli.domains.notices import rights
from linli.domains.notices.audience import audience_places, common_place
from linli.domains.notices.choices import category_choices, decision_choices, place_choices
from linli.domains.notices.lifecycle import NOTICE, REPLY
from linli.domains.notices.lifecycle.drafting import Draft
from linli.domains.notices.lifecycle.reply import SayBack
from linli.domains.notices.vocabulary import NoticeType, Stance
from linli.domains.people.actor import Actor
from linli.domains.places.paths import community_of
from linli.kernel.vault.masking import mask_text
from linli.kernel.words import Words

RECORDED = (
    "type",
    "version",
    "digest",
    "households",
    "audience",
    "period",
    "until",
    "justified",
    "corrects",
    "corrected_by",
)
"""What of a notice's facts stands in its entries: everything coded; of its words the digest alone."""


def _frame(drafts: Sequence[Drafted]) -> list[Frame]:
    return [_frame_one(draft) for draft in drafts]


def _frame_one(draft: Drafted) -> Frame:
    details = draft.given(Draft)
    place = common_place(audience_places(details.places))
    return Frame(
        place=place.pk,
        path=place.path,
        title=first_words(mask_text(details.title).text),
        category=details.type.value,
        facts={"type": details.type.value, "version": 1, **draft.extra},
    )


def _public_facts(matter: Matter) -> dict[str, Any]:
    known = {name: matter.facts[name] for name in RECORDED if name in matter.facts}
    return {"community": community_of(matter.path), **known}


def _frame_replies(drafts: Sequence[Drafted]) -> list[Frame]:
    return [_frame_reply(draft, draft.extra["notice"]) for draft in drafts]


def _frame_reply(draft: Drafted, notice: Matter) -> Frame:
    details = draft.given(SayBack)
    return Frame(
        place=notice.place_id,
        path=notice.path,
        title="",
        holder_unit=notice.holder_unit_id,
        category=details.stance.value,
        facts={
            "notice": notice.number,
            "notice_id": str(notice.pk),
            "stance": details.stance.value,
            "share": details.share,
        },
    )


def _public_facts_of_reply(matter: Matter) -> dict[str, Any]:
    """Anyone can count who was asked and who answered; not what."""
    return {
        "community": community_of(matter.path),
        "notice": matter.facts["notice"],
        "stance": matter.facts["stance"],
    }


def _may_open_reply(by: Actor, matter: Matter) -> bool:
    return matter.holder_unit_id in by.units(rights.ANSWER.code)


def _may_open(by: Actor, matter: Matter) -> bool:
    return any(by.may(right.code, at_place=matter.path) for right in (rights.WRITE, rights.REVIEW))


def _category_words(code: str) -> Words:
    return NoticeType(code).words


NOTICES = register(
    Kind(
        life=NOTICE,
        prefix="GG",
        read_right=rights.READ.code,
        holder_right=rights.WRITE.code,
        frame=_frame,
        public_facts=_public_facts,
        category_words=_category_words,
        choices={"places": place_choices, "decisions": decision_choices},
        may_open=_may_open,
        searchable=False,
    )
)
REPLIES = register(
    Kind(
        life=REPLY,
        prefix="HY",
        read_right=rights.READ.code,
        holder_right=rights.ANSWER.code,
        frame=_frame_replies,
        public_facts=_public_facts_of_reply,
        category_words=lambda code: Stance(code).words,
        choices={"categories": category_choices},
        may_open=_may_open_reply,
        searchable=False,
    )
)
