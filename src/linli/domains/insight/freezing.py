"""Freezing the digests of a week: computed once, entered in the record, never changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import datetime

from django.db import transaction

from linli.domains.insight.counting import Input, Line, numbers
from linli.domains.insight.formulas import Formulas, formulas
from linli.domains.insight.marking import marked
from linli.domains.insight.models import Digest
from linli.domains.insight.reading import AsOf, Earlier, Log, counts, logs, logs_of, rows
from linli.domains.insight.weeks import Week
from linli.domains.notices.queries import rebutted
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.paths import ancestors, community_of, kind_of
from linli.domains.places.queries import at_paths, ground, homes_by_building
from linli.domains.places.spots import Spot, in_order
from linli.kernel.record import Fact, canonical, enter_many


@dataclass(frozen=True)
class Gathered:
    """What the digests of one week are made of, everywhere."""

    week: Week
    lines: Sequence[Line]
    earlier: Earlier
    season: Earlier
    homes: dict[str, int]

    def of(self, place: str) -> Input:
        """The part of one place."""
        within = kind_of(place).rank >= PlaceKind.COMMUNITY.rank
        before = {**self.season.by_category, **self.earlier.by_category}
        return Input(
            lines=[line for line in self.lines if line.community.startswith(place)],
            before=[
                (monday.isoformat(), community, category, count)
                for (monday, community, category), count in sorted(before.items())
                if community.startswith(place) and monday != self.week.monday
            ],
            doors=[(*key, count) for key, count in sorted(self.earlier.by_door.items()) if key[0].startswith(place)],
            homes=_homes(self.homes, place, within=within),
        )


def freeze(week: Week, *, at: datetime) -> list[Digest]:
    """Freezes what is not frozen yet of a week that is over: every community, and what holds them all.

    Refuses nothing and changes nothing that is frozen. A dozen statements, however many requests there are.
    """
    if week.until > at:
        raise ValueError("a week is frozen once it is over")
    done = set(Digest.objects.filter(since=week.monday).values_list("place__path", flat=True))
    left = [spot for spot in _places() if spot.path not in done]
    return _freeze(week, left, at=at) if left else []


def _places() -> Sequence[Spot]:
    """Every community, and what lies above them up to the place that holds all."""
    known = ground()
    above = {path for each in known.communities for path in ancestors(each.path)}
    reach = known.top.path if known.top else ""
    return in_order(at_paths(path for path in above if path.startswith(reach)).values())


@transaction.atomic
def _freeze(week: Week, places: Sequence[Spot], *, at: datetime) -> list[Digest]:
    by, known = formulas(week.sunday), logs()
    gathered = gather(week, as_of={log.name: log.size for log in known}, by=by)
    made = []
    for spot in places:
        given, own = gathered.of(spot.path), logs_of(spot.path, known)
        as_of, seed = {log.name: log.size for log in own}, _seed(spot.path, own)
        told = numbers(spot.path, week, given, as_of=as_of, seed=seed, by=by)
        made.append(Digest(place_id=spot.id, since=week.monday, frozen_at=at, numbers=told, made_of=written(given)))
    facts = [
        Fact(
            stream=f"{digest.numbers['place']}/digest",
            kind="digest.frozen",
            body=digest.numbers,
            private={"made_of": bytes(digest.made_of)},
            at=at,
        )
        for digest in made
    ]
    for digest, entry in zip(made, enter_many(facts), strict=True):
        digest.entry = entry
    return Digest.objects.bulk_create(made)


def _seed(place: str, known: Sequence[Log]) -> str:
    """The last entry's digest in the log of the place itself."""
    own = [log.last for log in known if place.startswith(log.prefix)]
    return own[-1] if own else ""


def gather(week: Week, *, as_of: AsOf, by: Formulas) -> Gathered:
    """Reads what the digests of a week are made of, as the record told it with so many entries; seven statements."""
    season = week.a_year_ago(around=by.rise.around)
    claims = rebutted(since=week.earlier(by.copied["claim_weeks"]).since, until=week.until)
    reach = max(by.rise.weeks + 1, by.heard["weeks"])
    return Gathered(
        week=week,
        lines=marked(rows(week, as_of=as_of), claims, by),
        earlier=counts(week.earlier(reach - 1), week, as_of=as_of),
        season=counts(season[0], season[-1], as_of=as_of),
        homes=homes_by_building(),
    )


def written(given: Input) -> bytes:
    """What a digest was made of, as canonical JSON, to which its entry is committed."""
    return canonical(
        {
            "lines": [list(astuple(line)) for line in given.lines],
            "before": [list(each) for each in given.before],
            "doors": [list(each) for each in given.doors],
            "homes": [list(each) for each in given.homes],
        }
    )


def read(made_of: bytes) -> Input:
    """The same, read again."""
    given = json.loads(bytes(made_of))
    return Input(
        lines=[Line(*each) for each in given["lines"]],
        before=[(each[0], each[1], each[2], each[3]) for each in given["before"]],
        doors=[(each[0], each[1], each[2], each[3]) for each in given["doors"]],
        homes=[(each[0], each[1]) for each in given["homes"]],
    )


def _homes(homes: dict[str, int], place: str, *, within: bool) -> list[tuple[str, int]]:
    """Homes of a place by building, or of a wider one by community."""
    found: dict[str, int] = {}
    for path, count in homes.items():
        if path.startswith(place):
            key = path if within else community_of(path)
            found[key] = found.get(key, 0) + count
    return sorted(found.items())
