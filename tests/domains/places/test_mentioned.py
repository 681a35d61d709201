"""Which place a sentence speaks of: the narrowest named, what holds them where several fit, none where none is."""

from __future__ import annotations

import pytest

from linli.domains.places import queries
from linli.domains.places.kinds import PlaceKind


@pytest.fixture
def named(subdistrict, community, put):
    """Two communities that both have a 3号楼, the first a 13号楼 too."""
    other = put("清河社区", PlaceKind.COMMUNITY, under=subdistrict, name_en="Qinghe community")
    third = put("3号楼", PlaceKind.BUILDING, under=community, name_en="Building 3")
    return {
        "spring": community,
        "spring 3": third,
        "spring 13": put("13号楼", PlaceKind.BUILDING, under=community, name_en="Building 13"),
        "river": other,
        "river 3": put("3号楼", PlaceKind.BUILDING, under=other, name_en="Building 3"),
        "home": put("301室", PlaceKind.HOME, under=third),
    }


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("春风社区3号楼的电梯坏了", "spring 3"),
        ("3号楼电梯坏了，我在清河社区", "river 3"),
        ("春风社区13号楼", "spring 13"),
        ("13号楼漏水", "spring 13"),
        ("春风社区门口有垃圾", "spring"),
        ("春风社区3号楼301室漏水", "spring 3"),
        ("The lift of building 3, Chunfeng community, stands still", "spring 3"),
        ("Building 13 leaks", "spring 13"),
        ("春风社区3号楼和13号楼都停水", "spring"),
        ("3号楼电梯坏了", None),
        ("楼道灯不亮", None),
        ("", None),
    ],
)
def test_it_is_found(subdistrict, named, text, place):
    found = queries.mentioned(text, within=subdistrict.path)
    assert (found and found.id) == (place and named[place].id)


def test_only_below_what_is_asked_about_and_in_one_statement(named, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = queries.mentioned("春风社区3号楼", within=named["river"].path)
    assert found.id == named["river 3"].id
