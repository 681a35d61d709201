"""Notices that are out: anyone may read them, whatever became of them; nothing here ever leaves sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, Q, QuerySet

from linli.domains.matters.models import Matter
from linli.domains.notices.disclosing import period_words
from linli.domains.notices.models import Audience, Notice
from linli.domains.notices.refusals import no_such_notice
from linli.domains.notices.states import HOLDS, UNREVIEWED
from linli.domains.notices.vocabulary import GROUNDS, Decision, NoticeType
from linli.domains.notices.wording import FIELDS, document
from linli.domains.places.paths import ancestors, below
from linli.domains.places.queries import labels
from linli.kernel.record import Standing, standings
from linli.kernel.words import Words

PAGE = 20


@dataclass(frozen=True, kw_only=True)
class PublishedNotice:
    """One notice as all may read it. `corrects` and `corrected_by` are numbers; `left_readable` counts grounds."""

    number: str
    type: NoticeType
    title: str
    body: str
    claim: str
    verifier: str
    evidence: str
    withdrawal: str
    digest: str
    unit: Words | None
    places: Sequence[Words]
    households: int
    state: str
    version: int
    period: str
    published_at: datetime
    reviewed_at: datetime | None
    review_due_at: datetime | None
    until: date | None
    corrects: str
    corrected_by: str
    left_readable: Sequence[tuple[Decision, int]]
    standing: Standing | None = None

    @property
    def holds(self) -> bool:
        """Whether it is what holds now."""
        return self.state in {state.code for state in HOLDS}

    @property
    def period_words(self) -> Words:
        """The period it discloses, as people say it."""
        return period_words(self.period)

    @property
    def paragraphs(self) -> list[str]:
        """The words, cut where its writer left a line empty."""
        return paragraphs(self.body)


@dataclass(frozen=True)
class Page:
    """One page of a list, and the key of the next; empty where there is none."""

    rows: Sequence[PublishedNotice]
    older: str


def paragraphs(body: str) -> list[str]:
    """A text cut at its empty lines."""
    return [part.strip("\n") for part in body.replace("\r\n", "\n").split("\n\n") if part.strip()]


def get_published(number: str) -> PublishedNotice:
    """The notice of that number with its place on the record; NotFound where none of that number is out."""
    notice = _out().filter(matter__number=number.strip().upper()).order_by().first()
    if notice is None:
        raise no_such_notice()
    found = standings([notice.entry]) if notice.entry else {}
    return _seen([notice], next(iter(found.values()), None))[0]


def list_published(
    *, area: str = "", kind: str = "", held_only: bool = False, after: str = "", size: int = PAGE
) -> Page:
    """The newest first, of those meant for a place or anything in it; `after` is a page's `older` key."""
    rows = _out()
    if area:
        rows = rows.filter(pk__in=Audience.objects.filter(_reaching(area)).values("notice"))
    if kind in NoticeType.codes():
        rows = rows.filter(type=kind)
    if held_only:
        rows = rows.filter(matter__state__in=[state.code for state in HOLDS])
    if after:
        rows = rows.filter(_before(after))
    found = list(rows.order_by("-published_at", "-pk")[: size + 1])
    older = found[size - 1].matter.number if len(found) > size else ""
    return Page(_seen(found[:size]), older)


def newest_for(area: str, *, size: int) -> Sequence[PublishedNotice]:
    """What holds now for a place; everywhere, without one."""
    return list_published(area=area, held_only=True, size=size).rows


def published_document(number: str) -> bytes:
    """The file whose SHA-256 the record has: what a verifier hashes."""
    notice = get_published(number)
    words = {field: getattr(notice, field) for field in FIELDS}
    return document(number=notice.number, kind=notice.type.value, words=words)


def _out() -> QuerySet[Notice]:
    audience = Prefetch("audience", Audience.objects.order_by("path"))
    joined = Notice.objects.filter(published_at__isnull=False).select_related("matter__holder_unit")
    return joined.prefetch_related(audience)


def _reaching(area: str) -> Q:
    """Meant for the area, something in it, or something around it."""
    return below(area) | Q(path__in=ancestors(area))


def _before(number: str) -> Q:
    last = Notice.objects.filter(matter__number=number, published_at__isnull=False).first()
    if last is None:
        return Q(pk__in=())
    return Q(published_at__lt=last.published_at) | Q(published_at=last.published_at, pk__lt=last.pk)


def _seen(notices: Sequence[Notice], standing: Standing | None = None) -> list[PublishedNotice]:
    places = labels(each.path for notice in notices for each in notice.audience.all())
    return [_one(notice, [places[each.path] for each in notice.audience.all()], standing) for notice in notices]


def _one(notice: Notice, places: Sequence[Words], standing: Standing | None) -> PublishedNotice:
    matter: Matter = notice.matter
    assert notice.published_at is not None  # noqa: S101 - only what is out comes here
    unit = matter.holder_unit
    return PublishedNotice(
        number=matter.number,
        type=NoticeType(notice.type),
        **{field: getattr(notice, field) for field in FIELDS},
        withdrawal=notice.withdrawal,
        digest=notice.digest,
        unit=unit.words if unit else None,
        places=places,
        households=notice.households,
        state=matter.state,
        version=matter.facts.get("version", 1),
        period=notice.period,
        published_at=notice.published_at,
        reviewed_at=notice.reviewed_at,
        review_due_at=matter.due_at if matter.state == UNREVIEWED.code else None,
        until=notice.until,
        corrects=matter.facts.get("corrects", ""),
        corrected_by=matter.facts.get("corrected_by", ""),
        left_readable=[(ground, n) for ground in GROUNDS if (n := matter.facts.get("justified", {}).get(ground.value))],
        standing=standing,
    )
