"""What may be asked about digests. A digest is public; the messages behind it open only to whoever may read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from linli.domains.insight.checking import Sample, sample_of, to_check
from linli.domains.insight.freezing import read
from linli.domains.insight.models import Digest
from linli.domains.insight.rights import CHECK
from linli.domains.insight.telling import Told, tell
from linli.domains.insight.verifying import faults
from linli.domains.matters.models import Matter, Text
from linli.domains.matters.seeing import visible_to
from linli.domains.people.actor import Actor
from linli.domains.places.paths import ancestors, below
from linli.domains.requests.categories import category_words
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.rights import READ
from linli.kernel.record import Standing, standings
from linli.kernel.refusal import NotAllowed, NotFound
from linli.kernel.words import Words, say

__all__ = [
    "Behind",
    "Claim",
    "DigestSeen",
    "Issue",
    "Sample",
    "ToCheck",
    "Told",
    "behind",
    "digest",
    "issues",
    "issues_for",
    "require_part",
    "sample",
]

LATELY = 12


@dataclass(frozen=True)
class DigestSeen:
    """A digest with its sample and its place on the record; `issues` are the others of its place, newest first."""

    id: UUID
    place: UUID
    told: Told
    sample: Sample
    proof: Standing
    issues: Sequence[Issue]
    faults: Sequence[Words] | None = None


@dataclass(frozen=True)
class Issue:
    """One digest in a list."""

    id: UUID
    path: str
    since: date


@dataclass(frozen=True)
class Claim:
    """Which messages are meant: those of a category, a community, a state, a wording, a matter or a rebutted claim."""

    category: str = ""
    community: str = ""
    state: str = ""
    wording: int | None = None
    matter: int | None = None
    rumour: str = ""


@dataclass(frozen=True)
class ToCheck:
    """A message of a sample in its masked words, and where it was sorted; `left` are to be checked with it."""

    number: str
    title: str
    body: str
    category: Words
    left: int


@dataclass(frozen=True)
class Behind:
    """How many messages stand behind a claim, and those of them that the reader may read."""

    count: int
    seen: int
    matters: Sequence[Matter]


def issues(paths: Sequence[str]) -> list[Issue]:
    """The newest digest of each of these places; one statement."""
    rows = Digest.objects.filter(place__path__in=paths).order_by("place__path", "-since").distinct("place__path")
    return [Issue(*each) for each in rows.values_list("pk", "place__path", "since")]


def digest(key: UUID, *, verify: bool = False) -> DigestSeen:
    """One digest, for anybody; `verify` also computes it again. Five statements, nine more to verify."""
    found = _get(key)
    rows = Digest.objects.filter(place=found.place_id).order_by("-since").values_list("pk", "place__path", "since")
    return DigestSeen(
        id=found.pk,
        place=found.place_id,
        told=tell(found.numbers),
        sample=sample_of(found),
        proof=standings([found.entry])[found.entry],
        issues=[Issue(*each) for each in rows[:LATELY]],
        faults=list(faults(found)) if verify else None,
    )


def issues_for(by: Actor) -> list[Issue]:
    """The newest digest of each place of which the actor reads a part or the whole; one statement."""
    wanted = Q(pk__in=())
    for area in _areas(by):
        wanted |= below(area, field="place__path") | Q(place__path__in=ancestors(area))
    rows = Digest.objects.filter(wanted).order_by("place__path", "-since").distinct("place__path")
    return [Issue(*each) for each in rows.values_list("pk", "place__path", "since")]


def require_part(path: str, *, by: Actor) -> None:
    """Refuses whoever reads nothing of a place; for them there is the public page."""
    if not any(path.startswith(area) or area.startswith(path) for area in _areas(by)):
        raise NotAllowed(
            say(
                "This digest is of another place. You can read it as residents do, on the public page.",
                "这是其他辖区的舆情摘要，你可以和居民一样在公开页面查看。",
            )
        )


def _areas(by: Actor) -> set[str]:
    return {*by.areas(READ.code), *by.areas(CHECK.code)}


def behind(key: UUID, claim: Claim, *, by: Actor, most: int = 200) -> Behind:
    """The messages behind a claim, as far as the actor may read them, the newest first; three statements."""
    found = _get(key)
    require_part(found.numbers["place"], by=by)
    numbers = [
        line.number
        for line in read(bytes(found.made_of)).lines
        if line.category.startswith(claim.category)
        and line.community.startswith(claim.community)
        and (not claim.state or line.state == claim.state)
        and (claim.wording is None or line.wording == claim.wording)
        and (claim.matter is None or line.matter == claim.matter)
        and (not claim.rumour or line.rumour == claim.rumour)
    ]
    rows = visible_to(by, kind=REQUEST.kind).filter(number__in=numbers)
    return Behind(len(numbers), rows.count(), list(rows.order_by("-opened_at", "-pk")[:most]))


def sample(key: UUID, *, by: Actor) -> tuple[DigestSeen, ToCheck | None]:
    """A digest, and the next message of its sample that the actor may check and read."""
    found = _get(key)
    left = to_check(found, by=by)
    readable = {each.number: each for each in visible_to(by, kind=REQUEST.kind).filter(number__in=left)}
    number = next((each for each in left if each in readable), None)
    return digest(key), _to_check(found, readable[number], left=len(readable)) if number else None


def _to_check(found: Digest, matter: Matter, *, left: int) -> ToCheck:
    category = next(line.category for line in read(bytes(found.made_of)).lines if line.number == matter.number)
    said = Text.objects.filter(matter=matter, field="text").order_by("at", "pk").values_list("body", flat=True)
    return ToCheck(matter.number, matter.title, said.first() or "", category_words(category), left)


def _get(key: UUID) -> Digest:
    found = Digest.objects.filter(pk=key).first()
    if found is None:
        raise NotFound(say("There is no such digest.", "没有这份舆情摘要。"))
    return found
