"""Printing paper forms, and typing in what comes back: the same form twice leads to the request it became."""

from __future__ import annotations

import pytest
from tests.office.test_filing import CODE, desk, file

from linli.domains.matters.models import Matter
from linli.domains.requests.blanks.models import PaperForm
from linli.domains.requests.blanks.numbers import number_of
from linli.domains.requests.models import Request

__all__ = ["desk", "file"]
ADDRESS = "/office/forms/"


@pytest.fixture
def print_forms(here, desk):
    def printed(**changes):
        return desk.post(ADDRESS, {"where": "3号楼", "place": str(here.building), "copies": "2"} | changes)

    return printed


@pytest.fixture
def number(print_forms):
    """The number of a form that was handed out."""
    print_forms()
    return number_of(PaperForm.objects.earliest("pk").pk)


def test_forms_and_posters_are_sent_as_papers(print_forms):
    for changes, name, forms in (({}, "forms.pdf", 2), ({"poster": "1"}, "poster.pdf", 2)):
        answer = print_forms(**changes)
        assert answer.content.startswith(b"%PDF")
        assert name in answer["Content-Disposition"]
        assert PaperForm.objects.count() == forms


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"copies": "51"}, "每次打印 1 至 50 份"),
        ({"copies": "many"}, "每次打印 1 至 50 份"),
        ({"place": ""}, "请查找并选择地点"),
        ({"place": "01890000-0000-7000-8000-000000000000"}, "请从查到的地点里选"),
    ],
    ids=["too many", "no number", "nowhere", "elsewhere"],
)
def test_what_cannot_be_printed_is_said(print_forms, refused, changes, said):
    refused(print_forms(**changes), 422, said)
    assert not PaperForm.objects.exists()


def test_places_are_looked_up_with_and_without_scripts(here, desk, print_forms):
    assert str(here.building) in desk.get(f"{ADDRESS}?where=3号楼", headers={"hx-request": "true"}).content.decode()
    assert str(here.building) in print_forms(find="1", place="").content.decode()
    assert str(here.places["poplar"].pk) not in desk.get(f"{ADDRESS}?where=白杨").content.decode()
    assert not PaperForm.objects.exists()


def test_whoever_files_for_nobody_prints_nothing(sign_in, here, refused):
    caller = sign_in("caller")
    refused(caller.get(ADDRESS), 403)
    refused(caller.post(ADDRESS, {"place": str(here.building), "copies": "1"}), 403)
    assert ADDRESS not in caller.get("/office/").content.decode()


def test_a_form_that_came_back_is_filed_as_paper_where_it_was_handed_out(here, number, file):
    assert file(paper=number, where="", place="")["location"] == "/office/file/done/"
    matter = Matter.objects.get()
    assert (matter.path, Request.objects.get().channel) == (here.places["building"].path, "paper")


def test_the_same_form_again_leads_to_its_request(number, file, refused):
    file(paper=number)
    first = Matter.objects.get()
    page = refused(file(paper=number, text="别的话"), 409, "已经登记过了")
    assert f'href="/office/matters/{first.number}/"' in page
    assert "别的话" in page
    assert Matter.objects.count() == 1


@pytest.mark.parametrize("wrong", ["12", "ZB-999999-2", "ZB-000012-4"])
def test_a_number_that_is_wrong_is_said_beside_it(file, refused, wrong):
    refused(file(paper=wrong), 422, "编号")
    assert not Matter.objects.exists()


def test_the_place_of_a_form_is_offered_as_its_number_is_typed(here, desk, number):
    page = desk.get(f"/office/file/?paper={number}", headers={"hx-request": "true"}).content.decode()
    assert str(here.building) in page
    assert "checked" in page
    assert "柳荫社区" in desk.get("/office/file/?paper=12", headers={"hx-request": "true"}).content.decode()


def test_the_slip_holds_number_and_code_and_its_address_neither(desk, file):
    file()
    number = Matter.objects.get().number
    code = CODE.search(desk.get("/office/file/done/").content.decode())[0]
    slip = desk.get("/office/file/done/slip/").content.decode()
    assert code in slip
    assert f"/track/{number}/" in slip
    assert code not in slip.split("</dl>")[1]


def test_the_slip_is_only_for_whoever_filed(here, desk, file, sign_in):
    file()
    colleague = sign_in("verifier")
    colleague.cookies["linli_filed"] = desk.cookies["linli_filed"].value
    assert colleague.get("/office/file/done/slip/")["location"] == "/office/file/"
    assert colleague.get("/office/file/done/")["location"] == "/office/file/"
