"""Addresses: whoever writes one, and however, the same home comes out. All are made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.domains.places.addresses import Address, read_address
from linli.domains.places.addresses.numerals import in_digits

HAN = "零一二三四五六七八九"


def han(number: int) -> str:
    """A number below a hundred in Chinese numerals."""
    tens, ones = divmod(number, 10)
    return f"{HAN[tens] if tens > 1 else ''}{'十' if tens else ''}{HAN[ones] if ones or not tens else ''}"


grounds = st.sampled_from(
    [
        "",
        "柳荫小区",
        "阳光花园2期",
        "柳荫街道柳荫社区",
        "西地省柳河市柳河区柳荫街道白杨社区幸福里",
        "柳河区建设路18号院",
        "五一大道123号桂花苑A区",
    ]
)
buildings, units = st.integers(1, 99), st.integers(1, 9)
rooms = st.builds(lambda floor, door: f"{floor}{door:02d}", st.integers(1, 33), st.integers(1, 12))
WAYS = (
    "{building}号楼{unit}单元{room}室",
    "{building}栋{unit}单元{room}",
    "{building}幢{unit}门{room}号",
    "{building}#{unit}单元{room}房",
    "{building} 号楼 {unit} 单元 {room} 室",
    "{building}－{unit}－{room}",
    "{building}—{unit}—{room}室",
    "{building}#{unit}-{room}",
    "第{han_building}栋{han_unit}单元{room}室",
)


@given(grounds, buildings, units, rooms, st.sampled_from(WAYS))
def test_every_way_of_writing_leads_to_the_same_door(ground, building, unit, room, way):
    given = {"building": building, "unit": unit, "room": room, "han_building": han(building), "han_unit": han(unit)}
    read = read_address(ground + way.format(**given))
    assert (read.building, read.unit, read.room, read.rest) == (str(building), str(unit), room, "")
    assert read.door == f"{building}号楼{unit}单元{room}室"
    assert read.is_whole


@given(grounds, buildings, units, rooms)
def test_what_was_brought_to_one_way_of_writing_stays_as_it_is(ground, building, unit, room):
    standard = read_address(f"{ground}{building}栋{unit}单元{room}").standard
    assert read_address(standard).standard == standard


@given(st.text(max_size=60))
def test_nothing_that_is_written_makes_it_raise(text):
    assert isinstance(read_address(text), Address)


@pytest.mark.parametrize(
    ("written", "standard"),
    [
        ("柳河市徐家区漕河北路45弄12号601室", "柳河市徐家区漕河北路45弄12号601室"),
        ("建设路18号院3号楼一单元一零一室", "建设路18号院3号楼1单元101室"),
        ("望河西园三区310楼5单元602", "望河西园三区310号楼5单元602室"),
        ("阳光100小区5栋1203", "阳光100小区5号楼1203室"),
        ("城关镇建设村3组12号", "城关镇建设村3组12号"),
        ("万河城市花园12栋2601", "万河城市花园12号楼2601室"),
        ("A座1201", "A座1201室"),
        ("幸福里十二栋1单元三楼", "幸福里12号楼1单元3层"),
        ("１２－１－０４０２", "12号楼1单元402室"),
        ("302", "302室"),
    ],
)
def test_each_part_stands_where_it_belongs(written, standard):
    assert read_address(written).standard == standard


def test_divisions_are_told_apart_from_what_lies_in_them():
    read = read_address("西地省柳河市柳河区柳荫街道白杨社区幸福里3号楼")
    assert read.divisions == ("西地省", "柳河市", "柳河区", "柳荫街道", "白杨社区")
    assert read.compound == "幸福里"
    assert not read.is_whole


@pytest.mark.parametrize("written", ["不详", "在外地", "同户主", "老宅东边第二家", "3号楼旁边的平房"])
def test_what_is_not_understood_is_kept_and_not_guessed(written):
    read = read_address(written)
    assert read.rest
    assert not read.is_whole
    assert not read.room


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("十栋", "10栋"),
        ("二十三号楼", "23号楼"),
        ("一百零二室", "102室"),
        ("一零二室", "102室"),
        ("一百二十号", "120号"),
        ("一中路", "一中路"),
        ("百花小区", "百花小区"),
    ],
)
def test_numerals_that_count_become_digits_and_names_stay(written, digits):
    assert in_digits(written) == digits
