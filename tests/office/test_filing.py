"""Filing for someone: the same report with the same effect, and a code that is read out once."""

from __future__ import annotations

import re

import pytest
from tests.staffed import NAME, PHONE

from linli.domains.matters.models import Matter, Text
from linli.domains.people.models import Person, Role
from linli.domains.people.queries import who_saw
from linli.domains.requests.lifecycle.request import Dispatch
from linli.domains.requests.models import Request
from linli.kernel.vault import Purpose

CODE = re.compile(r"[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}")

SHEET = re.compile(r'name="sheet" value="([^"]+)"')


@pytest.fixture
def desk(here, sign_in):
    """The desk, which may file for others and look them up."""
    role = Role.objects.get(posts=here.desk.posts[0].id)
    Role.objects.filter(pk=role.pk).update(rights=[*role.rights, "people.act_for", "people.find", "people.register"])
    return sign_in("desk")


@pytest.fixture
def file(here, desk):
    """Sends the form, with something changed."""

    def filed(**changes):
        given = {
            "channel": "phone",
            "text": "楼道灯坏了",
            "where": "3号楼",
            "place": str(here.building),
            "category": "home.property",
            "kind": "help",
            "urgency": "ordinary",
        }
        return desk.post("/office/file/", given | changes)

    return filed


def test_a_call_is_filed_and_number_and_code_are_read_out(desk, file):
    assert file(name="张示例", phone="13800009999")["location"] == "/office/file/done/"
    matter = Matter.objects.get()
    row = Request.objects.get()
    assert (matter.state, row.channel, row.kind) == ("received", "phone", "help")
    page = desk.get("/office/file/done/").content.decode()
    assert matter.number in page
    assert CODE.search(page)
    assert desk.get("/office/file/done/").status_code == 200


def test_pressed_twice_it_is_filed_once_and_the_same_code_is_read_out(desk, file):
    sheet = SHEET.search(desk.get("/office/file/").content.decode())[1]
    file(sheet=sheet)
    first = CODE.search(desk.get("/office/file/done/").content.decode())[0]
    desk.cookies.pop("linli_filed")
    assert file(sheet=sheet)["location"] == "/office/file/done/"
    assert CODE.search(desk.get("/office/file/done/").content.decode())[0] == first
    assert Matter.objects.count() == 1


def test_a_new_sheet_or_other_words_are_another_report(desk, file):
    sheets = [SHEET.search(desk.get("/office/file/").content.decode())[1] for _ in range(2)]
    assert sheets[0] != sheets[1]
    file(sheet=sheets[0]), file(sheet=sheets[1]), file(sheet=sheets[1], text="水管漏了"), file(), file(sheet="x" * 999)
    assert Matter.objects.count() == 5


def test_what_was_refused_keeps_its_sheet(file):
    refused = file(sheet="a-sheet", text="")
    assert refused.status_code == 422
    assert SHEET.search(refused.content.decode())[1] == "a-sheet"


def test_the_code_opens_that_request(desk, file):
    from linli.domains.matters.queries import get_tracked

    file()
    code = CODE.search(desk.get("/office/file/done/").content.decode())[0]
    assert get_tracked(code) == Matter.objects.get()


def test_someone_known_by_their_number_is_not_registered_twice(here, file):
    file(phone=PHONE)
    assert Matter.objects.get().opener_id == here.resident.person


def test_nobody_must_say_who_they_are(file):
    before = Person.objects.count()
    assert file().status_code == 302
    assert Person.objects.count() == before + 1


def test_the_name_the_desk_typed_is_masked_in_the_words(file):
    file(name="欧阳示例", text="欧阳示例说楼道灯坏了")
    assert "欧阳示例" not in Text.objects.get().body


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"text": ""}, "请填写"),
        ({"place": ""}, "请查找并选择地点"),
        ({"place": "01890000-0000-7000-8000-000000000000"}, "请从查到的地点里选"),
        ({"category": "moon.cheese"}, "请从列表里选"),
        ({"channel": "pigeon"}, ""),
        ({"phone": "12"}, ""),
    ],
)
def test_what_cannot_be_used_is_said_at_once_and_the_rest_is_kept(file, changes, said):
    answer = file(**{"name": "张示例", **changes})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "张示例" in page
    assert not Matter.objects.exists()


def test_places_are_looked_up_with_and_without_scripts(here, desk, file):
    assert "柳荫社区3号楼" in desk.get("/office/file/?where=3号楼", headers={"hx-request": "true"}).content.decode()
    assert "辖区内没有这个地点" in desk.get("/office/file/?where=月球", headers={"hx-request": "true"}).content.decode()
    page = file(find="1", place="").content.decode()
    assert "楼道灯坏了" in page
    assert str(here.building) in page
    assert not Matter.objects.exists()


def test_other_communities_places_are_not_the_desks(here, desk):
    page = desk.get("/office/file/?where=白杨", headers={"hx-request": "true"}).content.decode()
    assert str(here.places["poplar"].pk) not in page


def test_filing_for_others_needs_the_right(here, sign_in):
    caller = sign_in("caller")
    assert caller.get("/office/file/").status_code == 403
    assert caller.post("/office/file/", {"text": "x"}).status_code == 403


def test_without_having_filed_there_is_nothing_to_read_out(desk):
    assert desk.get("/office/file/done/")["location"] == "/office/file/"
    desk.cookies["linli_filed"] = "forged"
    assert desk.get("/office/file/done/")["location"] == "/office/file/"


def test_no_address_holds_what_is_personal(desk, file):
    answer = file(name="张示例", phone="13800009999")
    assert "张" not in answer["location"]
    assert not CODE.search(answer["location"])


def earlier(desk, phone=PHONE, **typed):
    page = desk.post("/office/file/", {"phone": phone, "earlier": "1", "text": "楼道灯坏了", **typed})
    assert page.status_code == 200
    return page.content.decode()


def test_while_they_ring_their_earlier_requests_are_there_and_nothing_typed_is_lost(here, desk, life):
    before = life("in_progress").matter
    page = earlier(desk)
    assert before.number in page
    assert NAME in page
    assert "楼道灯坏了" in page
    assert Matter.objects.filter(kind="request").count() == 1


def test_the_resident_reads_that_somebody_looked(here, desk, life):
    life("received")
    earlier(desk)
    (line,) = who_saw(here.resident.person, by=here.resident)
    assert line.purpose == Purpose.CHECK_IDENTITY


def test_a_number_nobody_has_or_that_is_none_is_said(desk):
    assert "还没有报过诉求" in earlier(desk, "13900009999")
    assert "请输入 11 位手机号" in earlier(desk, "12")
    assert "请先填写来电号码" in earlier(desk, "")


def test_what_was_kept_from_this_unit_or_lies_elsewhere_is_left_out(here, desk, life):
    secret = life("filed", confidential=True)
    secret.does(Dispatch(unit=here.units["committee"]), here.desk)
    far = life("received", place=here.places["poplar"].pk).matter
    page = earlier(desk)
    assert "没有你可以查看的诉求" in page
    assert secret.matter.number not in page
    assert far.number not in page


def test_who_may_not_look_residents_up_is_refused(here, sign_in, refused):
    role = Role.objects.get(posts=here.handler.posts[0].id)
    Role.objects.filter(pk=role.pk).update(rights=[*role.rights, "people.act_for"])
    handler = sign_in("handler")
    assert "查这个号码" not in handler.get("/office/file/").content.decode()
    refused(handler.post("/office/file/", {"phone": PHONE, "earlier": "1"}), 403)
