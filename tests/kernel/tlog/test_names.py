"""Each file of a log has exactly one name; bundles hold what their tile says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.kernel.tlog import ENTRIES, LARGEST_ENTRY, Malformed, Tile, bundle, entries_of, parse_path, tiles_of


def test_names_are_those_of_the_standard():
    assert Tile(0, 1234067).path == "tile/0/x001/x234/067"
    assert Tile(ENTRIES, 0, 7).path == "tile/entries/000.p/7"
    assert Tile(2, 1000, 255).path == "tile/2/x001/000.p/255"


def test_a_log_of_seventy_thousand_has_the_files_that_the_standard_counts():
    tiles = list(tiles_of(70_000))
    assert sum(tile.level == 0 and tile.full for tile in tiles) == 273
    assert [tile for tile in tiles if not tile.full] == [
        Tile(ENTRIES, 273, 112),
        Tile(0, 273, 112),
        Tile(1, 1, 17),
        Tile(2, 0, 1),
    ]
    assert [tile for tile in tiles if tile.level == 1] == [Tile(1, 0), Tile(1, 1, 17)]
    assert [tile.path for tile in tiles_of(256)] == ["tile/entries/000", "tile/0/000", "tile/1/000.p/1"]
    assert list(tiles_of(0)) == []


@given(st.integers(ENTRIES, 63), st.integers(0, 2**55), st.integers(1, 256))
def test_a_name_reads_back_as_its_tile(level, index, width):
    assert parse_path(Tile(level, index, width).path) == Tile(level, index, width)


@pytest.mark.parametrize(
    "path",
    [
        "tile/0/1",
        "tile/0/x000/001",
        "tile/00/001",
        "tile/64/001",
        "tile/0/001.p/0",
        "tile/0/001.p/256",
        "tile/0/001.p/07",
        "tile/0/001/",
        "tile/0/../checkpoint",
        "tile/-1/001",
        "tile/0/٠٠١",
        "checkpoint",
        "",
    ],
)
def test_no_other_spelling_names_a_file(path):
    with pytest.raises(Malformed):
        parse_path(path)


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=256))
def test_a_bundle_gives_its_entries_back(entries):
    assert entries_of(bundle(entries)) == entries


@given(st.binary(max_size=2000))
def test_whatever_is_read_as_a_bundle_is_one(data):
    try:
        entries = entries_of(data)
    except Malformed:
        return
    assert bundle(entries) == data


def test_an_entry_as_long_as_can_be_fits_and_a_longer_one_does_not():
    assert entries_of(bundle([b"x" * LARGEST_ENTRY])) == [b"x" * LARGEST_ENTRY]
    with pytest.raises(OverflowError):
        bundle([b"x" * (LARGEST_ENTRY + 1)])
    with pytest.raises(Malformed):
        entries_of(bundle([b""] * 257))
