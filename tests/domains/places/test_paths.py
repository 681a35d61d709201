"""Paths: subtrees are ranges, ancestors need no walk."""

import random

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from linli.domains.people.actor import SYSTEM
from linli.domains.places import actions
from linli.domains.places.actions import NewPlace
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place
from linli.domains.places.paths import (
    ancestors,
    below,
    building_of,
    community_of,
    kind_of,
    natural_order,
    parent_of,
    segment,
)
from linli.kernel.refusal import Refusal

parts = st.tuples(st.sampled_from(list(PlaceKind)), st.integers(1, 5000))
lines = st.lists(parts, min_size=1, max_size=7)


def path_of(line: list[tuple[PlaceKind, int]]) -> str:
    return "".join(segment(kind, number) for kind, number in line)


@given(lines, lines)
def test_the_range_of_a_path_holds_exactly_what_starts_with_it(one, other):
    path, candidate = path_of(one), path_of(other)
    inside = path <= candidate < path[:-1] + "/"
    assert inside == candidate.startswith(path) == (other[: len(one)] == one)


@given(lines)
def test_ancestors_and_parents_agree(line):
    above = ancestors(path_of(line))
    assert above == [path_of(line[: depth + 1]) for depth in range(len(line))]
    assert [parent_of(path) for path in above] == ["", *above[:-1]]
    assert [kind_of(path) for path in above] == [kind for kind, _ in line]


@given(st.lists(lines, max_size=20))
def test_natural_order_counts_like_people(many):
    assert [natural_order(path_of(line)) for line in many] == [tuple(number for _, number in line) for line in many]


@pytest.mark.parametrize(
    ("path", "community", "building"),
    [
        ("s1.c2.g1.b3.u1.h4.", "s1.c2.", "s1.c2.g1.b3."),
        ("s1.c2.h4.", "s1.c2.", "s1.c2."),
        ("d1.s1.", "d1.s1.", "d1.s1."),
    ],
)
def test_a_path_tells_its_community_and_what_of_it_may_stand_in_public(path, community, building):
    assert (community_of(path), building_of(path)) == (community, building)


def test_no_two_kinds_share_a_letter():
    assert len({kind.letter for kind in PlaceKind}) == len(PlaceKind)


def test_an_empty_path_never_means_everywhere():
    with pytest.raises(ValueError, match="dot"):
        below("")


@pytest.mark.parametrize("seed", range(5))
def test_below_equals_the_recursive_definition_even_after_moves(db, seed, at):
    chance = random.Random(seed)
    places = grow(chance, at)
    for _ in range(10):
        place, to = chance.choice(places), chance.choice(places)
        try:
            actions.move(place=place, to=to, by=SYSTEM, at=at)
        except Refusal:
            continue
    for place in Place.objects.all():
        assert {each.pk for each in Place.objects.filter(below(place.path))} == recursively_below(place.pk)
        assert [each.pk for each in Place.objects.filter(path__in=ancestors(place.path)).order_by("path")] == upward(
            place
        )


def grow(chance: random.Random, at) -> list:
    root = NewPlace(PlaceKind.DISTRICT, "测试区")
    news = [root]
    for number in range(150):
        above = chance.choice([new for new in news if new.kind is not PlaceKind.HOME])
        kinds = [kind for kind in PlaceKind if kind.rank > above.kind.rank]
        news.append(NewPlace(chance.choice(kinds), f"第{number}处", parent=above.id))
    actions.add_many(news=news, by=SYSTEM, at=at)
    return [new.id for new in news]


def recursively_below(root) -> set:
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH RECURSIVE down(id) AS (SELECT %s::uuid UNION ALL"
            " SELECT p.id FROM places_place p JOIN down ON p.parent_id = down.id) SELECT id FROM down",
            [root],
        )
        return {row[0] for row in cursor.fetchall()}


def upward(place: Place) -> list:
    line = [place.pk]
    while place.parent:
        place = place.parent
        line.append(place.pk)
    return line[::-1]
