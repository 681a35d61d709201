"""Writing on a map: whole, by number, in two lines, or not at all."""

import pytest

from linli.domains.places.queries.lettering import lettering, stacked


@pytest.mark.parametrize(
    ("name", "wide", "written"),
    [
        ("柳荫社区", 60, ["柳荫社区"]),
        ("Ginkgo Community", 130, ["Ginkgo Community"]),
        ("Ginkgo Community", 90, ["Ginkgo", "Community"]),
        ("Ginkgo Community", 40, []),
        ("Building 3", 34, ["3"]),
        ("3号楼", 20, ["3"]),
        ("第1网格", 4, []),
    ],
)
def test_what_can_be_read_is_written(name, wide, written):
    assert list(lettering(name, wide=wide, high=40)) == written


def test_a_low_place_takes_one_line():
    assert lettering("Ginkgo Community", wide=90, high=20) == ()
    assert lettering("柳荫社区", wide=90, high=10) == ()


def test_lines_stand_around_the_middle():
    upper, lower = stacked(["Ginkgo", "Community"])
    assert upper.dy == -lower.dy < 0
    assert [line.dy for line in stacked(["柳荫社区"])] == [0]


def test_a_note_stands_small_below_the_name_and_never_alone():
    name, note = stacked(["柳荫社区"], note="24 件")
    assert (name.text, name.small, note.text, note.small) == ("柳荫社区", False, "24 件", True)
    assert stacked([], note="24 件") == []
