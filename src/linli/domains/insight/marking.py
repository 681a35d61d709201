"""Which messages of a week share a wording, a sender or a matter: numbers that mean nothing outside their digest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from linli.domains.insight.counting import Line
from linli.domains.insight.formulas import Formulas
from linli.domains.insight.gathering import about_one_matter
from linli.domains.insight.reading import Row
from linli.domains.insight.rumours import repeating
from linli.domains.insight.wording import same_wording
from linli.domains.matters.models import Text
from linli.domains.notices.queries import Rebutted
from linli.domains.requests.likeness.commonness import Commonness
from linli.domains.requests.likeness.said import Said


def marked(rows: Sequence[Row], claims: Sequence[Rebutted], by: Formulas) -> list[Line]:
    """The rows coded; one statement, for the masked words of all."""
    said = _said(rows)
    wholes = {key: words.whole for key, words in said.items()}
    wordings = _numbered(same_wording(wholes, percent=by.copied["percent"], least=by.copied["grams"]))
    matters = _numbered(_matters(rows, said))
    rumours = repeating(rows, said, claims, percent=by.copied["of_claim"], least=by.copied["claim_grams"])
    senders = {opener: number for number, opener in enumerate(dict.fromkeys(row.opener for row in rows if row.opener))}
    return [
        Line(
            number=row.number,
            state=row.state,
            category=row.category,
            community=row.community,
            left_out=row.left_out,
            sender=senders[row.opener] if row.opener else None,
            wording=wordings.get(row.id),
            matter=matters.get(row.id),
            rumour=rumours.get(row.id),
        )
        for row in rows
    ]


def _said(rows: Sequence[Row]) -> dict[UUID, Said]:
    """Title and opening words of each, masked as lists show them."""
    texts = Text.objects.filter(matter__in=[row.id for row in rows], field="text").order_by("matter", "at", "pk")
    bodies = dict(texts.distinct("matter").values_list("matter", "body"))
    return {row.id: Said.of(bodies.get(row.id, ""), title=row.title, at=row.at) for row in rows}


def _matters(rows: Sequence[Row], said: Mapping[UUID, Said]) -> list[list[UUID]]:
    """About one matter is what is alike within one community."""
    known = Commonness.of(words.whole for words in said.values())
    communities: dict[str, dict[UUID, Said]] = defaultdict(dict)
    for row in rows:
        communities[row.community][row.id] = said[row.id]
    return [group for own in communities.values() for group in about_one_matter(own, known)]


def _numbered(groups: Sequence[Sequence[UUID]]) -> dict[UUID, int]:
    return {key: number for number, group in enumerate(groups) for key in group}
