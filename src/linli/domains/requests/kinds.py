"""Registers requests and assignments with matters: where they belong, who receives them, what the record may hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from linli.domains.matters.engine import Draft
from linli.domains.matters.kinds import Frame, Kind, register
from linli.domains.matters.models import Matter
from linli.domains.people.models import Organisation
from linli.domains.people.vocabulary import OrganisationKind
from linli.domains.places.models import Place
from linli.domains.places.paths import ancestors, community_of
from linli.domains.requests import rights
from linli.domains.requests.categories import category_words
from linli.domains.requests.choices import category_choices, unit_choices
from linli.domains.requests.confiding import may_open_words
from linli.domains.requests.lifecycle import ASSIGNMENT, REQUEST
from linli.domains.requests.lifecycle.assignment import ReportProgress, Send
from linli.domains.requests.lifecycle.request import Comment, Report
from linli.domains.requests.refusals import no_such_place

FILES = "requests.attachments"
"""Where the rules say how large and how many files may be."""


def _frame_requests(drafts: Sequence[Draft]) -> list[Frame]:
    wanted = {draft.given(Report).place for draft in drafts}
    paths = dict(Place.objects.filter(pk__in=wanted, active_until=None).values_list("pk", "path"))
    if wanted - paths.keys():
        raise no_such_place()
    receivers = _receivers(paths.values())
    return [_frame_request(draft, paths, receivers) for draft in drafts]


def _frame_request(draft: Draft, paths: dict[Any, str], receivers: dict[str, Any]) -> Frame:
    details = draft.given(Report)
    path = paths[details.place]
    nearest = next((receivers[above] for above in reversed(ancestors(path)) if above in receivers), None)
    return Frame(
        place=details.place,
        path=path,
        title=draft.extra.get("title", ""),
        holder_unit=nearest,
        category=details.category,
        facts={"urgency": details.urgency.value, "kind": details.kind.value},
        shared=details.share and not details.confidential,
    )


def _receivers(paths: Any) -> dict[str, Any]:
    """Residents' committees by the path they answer for: the first receivers (首接负责)."""
    above = {each for path in paths for each in ancestors(path)}
    committees = Organisation.objects.filter(
        kind=OrganisationKind.RESIDENTS_COMMITTEE, active=True, place__path__in=above
    )
    return dict(committees.values_list("place__path", "pk"))


def _frame_assignments(drafts: Sequence[Draft]) -> list[Frame]:
    return [_frame_assignment(draft) for draft in drafts]


def _frame_assignment(draft: Draft) -> Frame:
    request, details = draft.parent, draft.given(Send)
    if request is None:
        raise LookupError("an assignment is always part of a request")
    return Frame(
        place=request.place_id,
        path=request.path,
        title=request.title,
        holder_unit=details.unit,
        category=request.category,
        facts={**request.facts, "lead": details.lead, "round": draft.extra["round"]},
        number=f"{request.number}-{draft.extra['serial']}",
    )


def _public_facts(matter: Matter) -> dict[str, Any]:
    return {
        "category": matter.category,
        "community": community_of(matter.path),
        "kind": matter.facts.get("kind", ""),
        "urgency": matter.facts.get("urgency", ""),
    }


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
        files=FILES,
        message=lambda text: ReportProgress(text=text),
    )
)
