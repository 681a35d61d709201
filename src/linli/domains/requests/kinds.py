"""Registers requests and their parts with matters: where they belong, who receives them, what the record may hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from linli.domains.matters.engine import Draft
from linli.domains.matters.kinds import Frame, Kind, register
from linli.domains.matters.models import Matter
from linli.domains.places.paths import community_of
from linli.domains.requests import rights
from linli.domains.requests.categories import category_words
from linli.domains.requests.choices import category_choices, colleague_choices, unit_choices
from linli.domains.requests.confiding import may_open_words
from linli.domains.requests.lifecycle import ASSIGNMENT, EXCLUSION, HIDING, REPORT_IN, REQUEST, WHISTLE
from linli.domains.requests.lifecycle.assignment import ReportProgress, Send
from linli.domains.requests.lifecycle.hiding import OpenHiding
from linli.domains.requests.lifecycle.report_in import Call
from linli.domains.requests.lifecycle.request import Comment, Report
from linli.domains.requests.lifecycle.whistle import OpenWhistle
from linli.domains.requests.receiving import Reception, receptions
from linli.domains.requests.refusals import no_such_place

FILES = "requests.attachments"
"""Where the rules say how large and how many files may be."""


def _frame_requests(drafts: Sequence[Draft]) -> list[Frame]:
    wanted = {draft.given(Report).place for draft in drafts}
    known = receptions(wanted)
    if wanted - known.keys():
        raise no_such_place()
    return [_frame_request(draft, known[draft.given(Report).place]) for draft in drafts]


def _frame_request(draft: Draft, reception: Reception) -> Frame:
    details = draft.given(Report)
    return Frame(
        place=details.place,
        path=reception.path,
        title=draft.extra.get("title", ""),
        holder_unit=reception.receiver,
        category=details.category,
        facts={"urgency": details.urgency.value, "kind": details.kind.value, **draft.extra.get("facts", {})},
        shared=details.share and not details.confidential,
    )


def _frame_assignments(drafts: Sequence[Draft]) -> list[Frame]:
    return [_frame_assignment(draft) for draft in drafts]


def _frame_assignment(draft: Draft) -> Frame:
    request, details = _whole(draft), draft.given(Send)
    return Frame(
        place=request.place_id,
        path=request.path,
        title=request.title,
        holder_unit=details.unit,
        category=request.category,
        facts={**request.facts, "lead": details.lead, "round": draft.extra["round"]},
        number=f"{request.number}-{draft.extra['serial']}",
    )


def _frame_exclusions(drafts: Sequence[Draft]) -> list[Frame]:
    return [_frame_beside(draft, mark="T", serial=_whole(draft).facts["exclusions"]) for draft in drafts]


def _frame_hidings(drafts: Sequence[Draft]) -> list[Frame]:
    return [
        _frame_beside(
            draft,
            mark="Y",
            serial=_whole(draft).facts["hidings"],
            facts=draft.given(OpenHiding).coded(),
        )
        for draft in drafts
    ]


def _frame_whistles(drafts: Sequence[Draft]) -> list[Frame]:
    return [
        _frame_beside(
            draft, mark="S", serial=_whole(draft).facts["whistles"], facts={"ground": draft.given(OpenWhistle).ground}
        )
        for draft in drafts
    ]


def _frame_report_ins(drafts: Sequence[Draft]) -> list[Frame]:
    return [
        _frame_beside(
            draft,
            mark="B",
            serial=draft.extra["serial"],
            unit=draft.given(Call).unit,
            facts={"ground": draft.extra["ground"]},
        )
        for draft in drafts
    ]


def _frame_beside(
    draft: Draft, *, mark: str, serial: int, unit: UUID | None = None, facts: Mapping[str, str] | None = None
) -> Frame:
    """What stands beside a request: with its receiver, where no unit is named."""
    request = _whole(draft)
    return Frame(
        place=request.place_id,
        path=request.path,
        title=request.title,
        holder_unit=unit or request.holder_unit_id,
        category=request.category,
        facts={"urgency": request.facts["urgency"], "kind": request.facts["kind"], **(facts or {})},
        number=f"{request.number}-{mark}{serial}",
    )


def _whole(draft: Draft) -> Matter:
    if draft.parent is None:
        raise LookupError("it is always part of a request")
    return draft.parent


def _public_facts(matter: Matter) -> dict[str, Any]:
    return {
        "category": matter.category,
        "community": community_of(matter.path),
        "kind": matter.facts.get("kind", ""),
        "urgency": matter.facts.get("urgency", ""),
    }


def _public_facts_of_hiding(matter: Matter) -> dict[str, Any]:
    """Anyone can count who hides how much, and why; of what it is about the request itself tells."""
    return {"community": community_of(matter.path), "ground": matter.facts["ground"], "scope": matter.facts["scope"]}


REQUESTS = register(
    Kind(
        life=REQUEST,
        prefix="SQ",
        read_right=rights.READ.code,
        holder_right=rights.HANDLE.code,
        frame=_frame_requests,
        public_facts=_public_facts,
        category_words=category_words,
        choices={"units": unit_choices, "categories": category_choices},
        may_open=may_open_words,
        files=FILES,
        message=lambda text: Comment(text=text),
    )
)
ASSIGNMENTS = register(
    Kind(
        life=ASSIGNMENT,
        prefix="GD",
        read_right=rights.READ.code,
        holder_right=rights.HANDLE.code,
        frame=_frame_assignments,
        public_facts=_public_facts,
        category_words=category_words,
        searchable=False,
        choices={"colleagues": colleague_choices},
        files=FILES,
        message=lambda text: ReportProgress(text=text),
    )
)
EXCLUSIONS = register(
    Kind(
        life=EXCLUSION,
        prefix="TC",
        read_right=rights.READ.code,
        holder_right=rights.HANDLE.code,
        frame=_frame_exclusions,
        public_facts=_public_facts,
        category_words=category_words,
        searchable=False,
        files=FILES,
    )
)
HIDINGS = register(
    Kind(
        life=HIDING,
        prefix="YC",
        read_right=rights.READ.code,
        holder_right=rights.HANDLE.code,
        frame=_frame_hidings,
        public_facts=_public_facts_of_hiding,
        category_words=category_words,
        searchable=False,
        files=FILES,
    )
)
WHISTLES = register(
    Kind(
        life=WHISTLE,
        prefix="CS",
        read_right=rights.READ.code,
        holder_right=rights.HANDLE.code,
        frame=_frame_whistles,
        public_facts=_public_facts,
        category_words=category_words,
        searchable=False,
        choices={"units": unit_choices},
        files=FILES,
    )
)
REPORT_INS = register(
    Kind(
        life=REPORT_IN,
        prefix="BD",
        read_right=rights.READ.code,
        holder_right=rights.HANDLE.code,
        frame=_frame_report_ins,
        public_facts=_public_facts,
        category_words=category_words,
        searchable=False,
        choices={"colleagues": colleague_choices},
        files=FILES,
    )
)
