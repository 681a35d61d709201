"""Carries rows in through the one engine, a batch at a time: what was said, and what was officially answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from linli.domains.matters.engine import Act, Draft, Move, open_many, perform_many
from linli.domains.matters.engine.telling import BROUGHT_IN
from linli.domains.matters.engine.wording import first_words
from linli.domains.people.actor import Actor, HeldPost
from linli.domains.requests import rights
from linli.domains.requests.importing.learning import OTHER, categories_of
from linli.domains.requests.importing.placing import answering, places_called
from linli.domains.requests.importing.reading import Brought
from linli.domains.requests.importing.reporters import reporters
from linli.domains.requests.lifecycle import REQUEST
from linli.domains.requests.lifecycle import assignment as lead
from linli.domains.requests.lifecycle import request as life
from linli.domains.requests.models import Request
from linli.kernel.ids import new_id
from linli.kernel.lifecycle import Transition
from linli.kernel.lifecycle.details import MAX_TEXT
from linli.kernel.lifecycle.reading import read_details
from linli.kernel.vault import mask_text
from linli.kernel.words import say

ACTING = (rights.READ, rights.ACCEPT, rights.DISPATCH, rights.HANDLE)
"""What whoever imports does in the name of the units that did it elsewhere, and only for these rows."""

CATEGORY_THERE = say("[category there: {word}]", "〔原类别：{word}〕")
PLACE_THERE = say("[place there: {word}]", "〔原地点：{word}〕")


@dataclass(frozen=True)
class Ground:
    """The import's own place: what no row says otherwise belongs there."""

    place: UUID
    path: str


@dataclass(frozen=True)
class _Known:
    """What the batch's foreign words stand for here."""

    categories: Mapping[str, str]
    places: Mapping[str, UUID]


@dataclass
class Carried:
    """A batch brought in: the opening acts in the rows' order, and counts of what happened to them."""

    opened: list[Act]
    counts: Counter[str] = field(default_factory=Counter)


def carry(rows: Sequence[Brought], *, ground: Ground, by: Actor, at: datetime) -> Carried:
    """Opens a request for each row at the row's own time, and lives it as far as its official reply.

    Raises the first Refusal and then has changed nothing, if the caller's transaction ends with it.
    """
    counts: Counter[str] = Counter()
    known = _Known(
        categories_of({row.category for row in rows if row.category}),
        places_called({row.place for row in rows if row.place}, within=ground.path),
    )
    where = answering({ground.place, *known.places.values()})
    people = reporters(rows, by=by, at=at)
    said = [_said(row, known) for row in rows]
    drafts = [_draft(row, text[0], person, known, ground) for row, text, person in zip(rows, said, people, strict=True)]
    acting = _acting(by, where.values())
    opened = open_many(REQUEST.kind, drafts, by=acting, at=at)
    _go_on(opened, rows, said, by=acting, at=at)
    counts["replied"] = _reply([(a, r) for a, r in zip(opened, rows, strict=True) if _has_reply(r)], where, acting, at)
    counts["opened"] = len(rows)
    counts["other_category"] = sum(bool(row.category) and row.category not in known.categories for row in rows)
    counts["other_place"] = sum(bool(row.place) and row.place not in known.places for row in rows)
    return Carried(opened, counts)


def pieces(text: str) -> list[str]:
    """The text in parts of one message each, parted between lines or sentences where there are any."""
    found = []
    while len(text) > MAX_TEXT:
        cut = max(text.rfind(sign, MAX_TEXT // 2, MAX_TEXT) for sign in "\n。！？；.!?;") + 1 or MAX_TEXT
        found.append(text[:cut])
        text = text[cut:]
    return [piece for piece in (*found, text) if piece.strip()]


def _said(row: Brought, known: _Known) -> list[str]:
    """The row's words, with those of its own system that mean nothing here, so that nothing is lost."""
    text = row.text
    if row.category and row.category not in known.categories:
        text += "\n" + str(CATEGORY_THERE.fill(word=row.category))
    if row.place and row.place not in known.places:
        text += "\n" + str(PLACE_THERE.fill(word=row.place))
    return pieces(text)


def _draft(row: Brought, text: str, person: UUID | None, known: _Known, ground: Ground) -> Draft:
    given = {
        "text": text,
        "place": known.places.get(row.place, ground.place),
        "category": known.categories.get(row.category, OTHER),
    }
    names = (row.name,) if row.name else ()
    return Draft(
        details=read_details(life.Report, given),
        opener=person,
        known_names=names,
        at=row.at,
        extra={
            "title": first_words(mask_text(row.subject, known_names=names).text) if row.subject else "",
            "facts": {"external": row.number} if row.number else {},
        },
    )


def _acting(by: Actor, where: Iterable[tuple[str, UUID | None]]) -> Actor:
    """Whoever imports, with the posts of the units whose acts are told again."""
    held = frozenset(right.code for right in ACTING)
    posts = tuple(
        HeldPost(id=new_id(), organisation=unit, role=BROUGHT_IN, area=path, rights=held)
        for path, unit in set(where)
        if unit
    )
    return Actor(account=by.account, posts=posts, channel=BROUGHT_IN)


def _go_on(
    opened: Sequence[Act], rows: Sequence[Brought], said: Sequence[list[str]], *, by: Actor, at: datetime
) -> None:
    """What is longer than one message goes on in the next."""
    moves = [
        Move(matter=act.matter.pk, details=life.Comment(text=piece), at=row.at)
        for act, row, text in zip(opened, rows, said, strict=True)
        for piece in text[1:]
    ]
    _all(moves, by=by, at=at)


def _has_reply(row: Brought) -> bool:
    return row.replied_at is not None and len(row.reply) > 1


def _reply(
    answered: Sequence[tuple[Act, Brought]], where: Mapping[UUID, tuple[str, UUID | None]], by: Actor, at: datetime
) -> int:
    """Accept, dispatch, sign for, answer: each at the reply's own time, for no other is known."""
    told = [(act, row, unit) for act, row in answered if (unit := where[act.matter.place_id][1])]

    def step(details: Transition, on: UUID, row: Brought) -> Move:
        return Move(matter=on, details=details, at=row.replied_at)

    _all([step(life.Accept(), act.matter.pk, row) for act, row, _ in told], by=by, at=at)
    _all([step(life.Dispatch(unit=unit), act.matter.pk, row) for act, row, unit in told], by=by, at=at)
    requests = [act.matter.pk for act, _, _ in told]
    leads = dict(Request.objects.filter(pk__in=requests).values_list("pk", "lead"))
    said = [(leads[act.matter.pk], row, pieces(row.reply)) for act, row, _ in told]
    _all([step(lead.SignFor(), part, row) for part, row, _ in said if part], by=by, at=at)
    _all([step(lead.Answer(text=text[0]), part, row) for part, row, text in said if part], by=by, at=at)
    rest = zip(requests, said, strict=True)
    _all([step(life.Comment(text=more), on, row) for on, (_, row, text) in rest for more in text[1:]], by=by, at=at)
    return len(told)


def _all(moves: Sequence[Move], *, by: Actor, at: datetime) -> None:
    """Performs moves of which each must succeed; several of one matter one after the other."""
    left = list(moves)
    while left:
        now = list({move.matter: move for move in reversed(left)}.values())
        outcome = perform_many(now, by=by, at=at)
        for refusal in outcome.refused.values():
            raise refusal
        taken = {id(move) for move in now}
        left = [move for move in left if id(move) not in taken]
