"""Registers with matters what neighbours find improper: it stands alone, so that it opens nobody else's request."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from linli.domains.matters.engine import Draft
from linli.domains.matters.kinds import Frame, Kind, register
from linli.domains.matters.models import Matter
from linli.domains.requests import rights
from linli.domains.requests.categories import category_words
from linli.domains.requests.lifecycle.flag import FLAG, Flag


def _frame(drafts: Sequence[Draft]) -> list[Frame]:
    return [_frame_one(draft, draft.extra["flagged"]) for draft in drafts]


def _frame_one(draft: Draft, request: Matter) -> Frame:
    """Named by its own words, never by those it is about."""
    return Frame(
        place=request.place_id,
        path=request.path,
        title="",
        category=request.category,
        facts={"flagged": str(request.pk), "number": request.number, "ground": draft.given(Flag).ground.value},
    )


def _nothing(matter: Matter) -> dict[str, Any]:
    """The public record holds what was hidden, not who wished it."""
    return {}


FLAGS = register(
    Kind(
        life=FLAG,
        prefix="JB",
        read_right=rights.MODERATE.code,
        holder_right=rights.MODERATE.code,
        frame=_frame,
        public_facts=_nothing,
        category_words=category_words,
        searchable=False,
    )
)
