"""Columns are guessed by name and by what stands in them, corrected by a person, and remembered."""

import pytest
from tests.domains.requests.importing.sheets import HEADER, NOW, row, sheet

from linli.domains.people.actor import SYSTEM
from linli.domains.requests.importing.actions import bring_in, look, place_called
from linli.kernel.refusal import Invalid


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.csv"


def columns(path, *rows, header, **more):
    return look(sheet(path, *rows, header=header), **more).columns


def test_chinese_names_are_known(db, path):
    found = columns(path, row(), header=HEADER)
    assert list(found.values()) == [
        *("number", "name", "phone", "time", "subject", "text", "category", "place", "reply", "replied_at")
    ]


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        (["case_enquiry_id", "open_dt", "closed_dt", "closure_reason", "case_title", "reason", "location"],
         ["number", "time", "replied_at", "reply", "subject", "category", "address"]),
        (["Unique Key", "Created Date", "Complaint Type", "Descriptor", "Resolution Description"],
         ["number", "time", "subject", "text", "reply"]),
        (["service_request_id", "requested_datetime", "service_name", "description", "status_notes"],
         ["number", "time", "subject", "text", "reply"]),
        (["编 号*", "姓名（必填）"], ["number"]),
    ],
)  # fmt: skip
def test_names_of_other_cities_are_known(db, path, header, fields):
    assert list(columns(path, ["1"] * len(header), header=header).values()) == fields


def test_unknown_names_are_guessed_by_what_stands_below(db, path):
    rows = [
        [f"2020-01-0{n} 10:00", f"1380000000{n}", "三号楼的电梯坏了两天，老人上不了楼，请帮忙看看。"]
        for n in range(1, 6)
    ]
    assert columns(path, *rows, header=["甲", "乙", "丙"]) == {"甲": "time", "乙": "phone", "丙": "text"}


def test_a_person_corrects_what_was_guessed(db, path):
    sheet(path, row())
    assert look(path, wanted={"标题": ""}).columns.get("标题") is None
    moved = look(path, wanted={"标题": "text"}).columns
    assert (moved["标题"], moved.get("诉求内容")) == ("text", None)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"没有": "text"}, "no column"),
        ({"标题": "nothing"}, "no field"),
        ({"标题": "text", "类别": "text"}, "Two columns"),
    ],
)
def test_a_wrong_correction_is_refused_in_a_sentence(db, path, wanted, said):
    sheet(path, row())
    with pytest.raises(Invalid) as refusal:
        look(path, wanted=wanted)
    assert said in refusal.value.sentence.in_language("en")


def test_what_was_chosen_is_remembered_for_the_same_header_in_any_order(neighbourhood, path):
    place = place_called("柳荫街道")
    bring_in(path, look(sheet(path, row()), wanted={"类别": ""}), place=place, by=SYSTEM, at=NOW)
    turned = look(sheet(path, row()[::-1], header=HEADER[::-1]))
    assert turned.learnt
    assert "类别" in turned.left_out


@pytest.mark.parametrize(("without", "said"), [("反映时间", "reported"), ("诉求内容", "about")])
def test_a_sheet_without_words_or_time_is_refused_with_what_to_do(neighbourhood, path, without, said):
    looked = look(sheet(path, row()), wanted={without: "", "标题": ""})
    with pytest.raises(Invalid) as refusal:
        bring_in(path, looked, place=place_called("柳荫街道"), by=SYSTEM, at=NOW)
    assert said in refusal.value.sentence.in_language("en")


@pytest.mark.parametrize("words", ["", "没有这里"])
def test_a_place_nobody_can_tell_is_refused(db, words):
    with pytest.raises(Invalid):
        place_called(words)
