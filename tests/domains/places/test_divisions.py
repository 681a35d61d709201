"""Importing division codes."""

import csv
import os
from pathlib import Path

import pytest

from linli.domains.people.actor import SYSTEM
from linli.domains.places import actions, queries
from linli.domains.places.actions import DivisionRow
from linli.domains.places.kinds import PlaceKind
from linli.domains.places.models import Place
from linli.kernel.refusal import Invalid

MADE_UP = [
    DivisionRow("990101001002", "秋实社区"),
    DivisionRow("990101", "测试区"),
    DivisionRow("990101001", "柳荫街道"),
    DivisionRow("990101001001", "春风社区"),
]


def test_codes_place_themselves_whatever_their_order(db, at):
    done = actions.import_divisions(rows=MADE_UP, by=SYSTEM, at=at)
    assert (done.added, done.renamed, done.unchanged) == (4, 0, 0)
    community = queries.by_code("990101001001")
    assert community.kind is PlaceKind.COMMUNITY
    assert queries.labels([community.path], from_=PlaceKind.DISTRICT)[community.path].zh == "测试区柳荫街道春风社区"


def test_importing_again_changes_only_what_changed(db, at):
    actions.import_divisions(rows=MADE_UP, by=SYSTEM, at=at)
    again = [*MADE_UP[:3], DivisionRow("990101001001", "春晖社区"), DivisionRow("990101001003", "冬藏社区")]
    done = actions.import_divisions(rows=again, by=SYSTEM, at=at)
    assert (done.added, done.renamed, done.unchanged) == (1, 1, 3)


@pytest.mark.parametrize("code", ["", "99", "9901010011", "99010100100x", "９９０１０１"])
def test_what_is_no_code_is_refused_and_nothing_is_kept(db, at, code):
    with pytest.raises(Invalid):
        actions.import_divisions(rows=[MADE_UP[1], DivisionRow(code, "某地")], by=SYSTEM, at=at)
    assert not Place.objects.exists()


def test_every_real_subdistrict_finds_its_district(db, at):
    folder = Path(os.environ.get("LINLI_DATA", Path(__file__).parents[4] / "shared/data")) / "divisions"
    if not folder.exists():
        pytest.skip("no real divisions here: set LINLI_DATA to a folder that has divisions/*.csv")
    rows = [
        DivisionRow(line["code"], line["name"])
        for name in ("areas.csv", "streets.csv")
        for line in csv.DictReader((folder / name).read_text(encoding="utf-8").splitlines())
        if line["code"].startswith("11")
    ]
    done = actions.import_divisions(rows=rows, by=SYSTEM, at=at)
    assert done.added == len(rows) > 300
    assert not Place.objects.filter(kind="subdistrict", parent=None).exists()
