"""Opinion digests over the machines' door: the numbers as they stand on the record, with their sentences."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router
from pydantic import BaseModel

from linli.api.problems import READING
from linli.api.tokens import FIGURES, caller
from linli.domains.insight import queries

router = Router(tags=["digests"])


class IssueOut(BaseModel):
    """A digest to ask for: the newest of its place."""

    id: UUID
    place: str
    since: str


class SampleOut(BaseModel):
    """How its sample stands; the error is known once all that were drawn are checked."""

    drawn: int
    checked: int
    wrong: int


class DigestOut(BaseModel):
    """A digest: `numbers` word for word as the record has them, `stream` and `digest` of its entry."""

    id: UUID
    sentences: list[str]
    numbers: dict[str, Any]
    sample: SampleOut
    stream: str
    digest: str


@router.get("/digests", auth=FIGURES, response={200: list[IssueOut], **READING}, operation_id="digests")
def list_digests(request: HttpRequest) -> list[dict[str, Any]]:
    """The newest digest of each place of which the caller reads a part or the whole."""
    found = queries.issues_for(caller(request))
    return [{"id": each.id, "place": each.path, "since": each.since.isoformat()} for each in found]


@router.get("/digests/{digest}", auth=FIGURES, response={200: DigestOut, **READING}, operation_id="digest")
def read_digest(request: HttpRequest, digest: UUID) -> dict[str, Any]:
    """One digest."""
    seen = queries.digest(digest)
    queries.require_part(seen.told.path, by=caller(request))
    sample = seen.sample
    return {
        "id": seen.id,
        "sentences": [str(sentence) for sentence in seen.told.sentences],
        "numbers": dict(seen.told.numbers),
        "sample": {"drawn": sample.drawn, "checked": sample.checked, "wrong": sample.wrong},
        "stream": seen.proof.stream,
        "digest": seen.proof.digest,
    }
