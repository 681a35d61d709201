"""Adding places: numbered, under something wider, never two alike, all or none."""

import threading

import pytest
from django.db import connection

from linli.domains.people.actor import ANYONE, SYSTEM, Actor, HeldPost
from linli.domains.places import actions, queries
from linli.domains.places.actions import NewPlace
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place
from linli.kernel.ids import new_id
from linli.kernel.refusal import Invalid, NotAllowed, NotFound, Refusal


def manager_of(path: str) -> Actor:
    rights = frozenset({"places.manage"})
    return Actor(account=new_id(), posts=(HeldPost(new_id(), new_id(), "system_admin", path, rights),))


def test_siblings_are_numbered_in_the_order_given(subdistrict, at):
    news = [NewPlace(PlaceKind.COMMUNITY, f"第{n}社区", parent=subdistrict.id) for n in range(1, 38)]
    added = actions.add_many(news=news, by=SYSTEM, at=at)
    assert [spot.path for spot in added][:2] == ["s1.c1.", "s1.c2."]
    assert added[-1].path == "s1.c11."
    assert [spot.words.zh for spot in queries.children(subdistrict.id)] == [new.name for new in news]


def test_a_whole_block_is_added_in_the_same_few_statements(subdistrict, at, django_assert_max_num_queries):
    block = NewPlace(PlaceKind.BUILDING, "1号楼", parent=subdistrict.id)
    homes = [NewPlace(PlaceKind.HOME, f"{n}室", parent=block.id) for n in range(100, 600)]
    with django_assert_max_num_queries(10):
        actions.add_many(news=[block, *homes], by=SYSTEM, at=at)
    assert Place.objects.filter(kind="home").count() == 500


def test_a_retired_number_is_never_given_again(community, put, at):
    first = put("1号楼", PlaceKind.BUILDING, under=community)
    actions.retire(place=first.id, by=SYSTEM, at=at)
    assert put("1号楼", PlaceKind.BUILDING, under=community).path != first.path


def test_a_place_lies_only_under_something_wider(community, put):
    building = put("1号楼", PlaceKind.BUILDING, under=community)
    with pytest.raises(Invalid) as refused:
        put("第一网格", PlaceKind.GRID, under=building)
    assert str(refused.value.sentence) == "网格不能放在楼栋之下，请选择更大的上级。"


def test_two_siblings_of_one_kind_never_share_a_name(community, put, at):
    put("1号楼", PlaceKind.BUILDING, under=community)
    with pytest.raises(Invalid):
        put(" 1号楼 ", PlaceKind.BUILDING, under=community)
    twins = [NewPlace(PlaceKind.BUILDING, "2号楼", parent=community.id) for _ in range(2)]
    with pytest.raises(Invalid):
        actions.add_many(news=twins, by=SYSTEM, at=at)
    assert [spot.words.zh for spot in queries.children(community.id)] == ["1号楼"]


@pytest.mark.parametrize("name", ["", "   ", "楼" * 121, "楼\x00", "楼\u202e"])
def test_a_name_is_short_and_can_be_read(community, put, name):
    with pytest.raises(Invalid):
        put(name, PlaceKind.BUILDING, under=community)


def test_only_districts_and_subdistricts_stand_alone(db, at):
    with pytest.raises(Invalid):
        actions.add(new=NewPlace(PlaceKind.HOME, "101室"), by=SYSTEM, at=at)


def test_nothing_is_added_under_the_unknown_or_the_retired(community, put, at):
    with pytest.raises(NotFound):
        actions.add(new=NewPlace(PlaceKind.GRID, "第一网格", parent=new_id()), by=SYSTEM, at=at)
    actions.retire(place=community.id, by=SYSTEM, at=at)
    with pytest.raises(Refusal) as refused:
        put("第一网格", PlaceKind.GRID, under=community)
    assert refused.value.code == "place_retired"


def test_places_are_added_only_by_who_manages_them_there(subdistrict, put, at):
    here, there = (put(name, PlaceKind.COMMUNITY, under=subdistrict) for name in ("甲社区", "乙社区"))
    new = NewPlace(PlaceKind.BUILDING, "1号楼", parent=there.id)
    for stranger in (ANYONE, manager_of(here.path)):
        with pytest.raises(NotAllowed):
            actions.add(new=new, by=stranger, at=at)
    assert actions.add(new=new, by=manager_of(subdistrict.path), at=at).path.startswith(there.path)
    with pytest.raises(NotAllowed):
        actions.add(new=NewPlace(PlaceKind.DISTRICT, "外区"), by=manager_of(subdistrict.path), at=at)


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Point", "coordinates": [1, 2]},
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1]]]},
        {"type": "Polygon", "coordinates": [[[0, 0], [999, 0], [1, 1], [0, 0]]]},
        {"type": "Polygon", "coordinates": [[[0, "nan"], [9, 0], [1, 1], [0, "nan"]]]},
        {"type": "Polygon", "coordinates": "<script>"},
        {"coordinates": [[]]},
    ],
)
def test_an_outline_that_cannot_be_one_is_refused_with_a_sentence(community, put, geometry):
    with pytest.raises(Invalid) as refused:
        put("1号楼", PlaceKind.BUILDING, under=community, geometry=geometry)
    assert refused.value.fields["geometry"].zh


@pytest.mark.django_db(transaction=True)
def test_many_who_add_at_once_never_get_one_number(at):
    root = actions.add(new=NewPlace(PlaceKind.DISTRICT, "测试区"), by=SYSTEM, at=at)

    def add(number: int) -> None:
        try:
            actions.add(new=NewPlace(PlaceKind.COMMUNITY, f"第{number}社区", parent=root.id), by=SYSTEM, at=at)
        finally:
            connection.close()

    threads = [threading.Thread(target=add, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(Place.objects.filter(parent=root.id).values_list("position", flat=True)) == list(range(1, 13))
