"""Acting for residents: looked up by phone, recorded with its paper, withdrawn; every look at a name is logged."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate
from PIL import Image
from tests.neighbourhood import MONDAY
from tests.staffed import NAME, PHONE, administrator

from linli.domains.people.actions import register_person
from linli.domains.people.actor import SYSTEM
from linli.domains.people.models import Authorisation, Person
from linli.kernel.vault.models import Access

NUMBERS = [("", "请填写手机号"), ("123", "手机号"), ("很" * 33, "32"), ("<b>1</b>", "手机号")]
LIST, OTHER = "/office/authorisations/", "13800005678"


@pytest.fixture
def clerks(administration):
    """A worker at each community's desk, and a building leader."""
    for name, role, place in (
        ("worker", "community_worker", "willow"),
        ("far_worker", "community_worker", "poplar"),
        ("leader", "building_leader", "willow"),
        ("far_leader", "building_leader", "poplar"),
    ):
        made = administrator(name, role, administration.places[place], administration.units["committee"])
        setattr(administration, name, made)
    return administration


@pytest.fixture
def page(clerks, sign_in):
    """The address of the resident, just looked up by the worker."""
    return sign_in("worker").post(f"{LIST}find/", {"phone": PHONE})["location"]


def picture() -> SimpleUploadedFile:
    """A picture of a paper."""
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(drawn, "JPEG")
    return SimpleUploadedFile("paper.jpg", drawn.getvalue(), "image/jpeg")


def asked(**changes: object) -> dict[str, object]:
    """What recording asks for, to be changed by the test."""
    return {"basis": "phone", "scope": ["request"], "agent_phone": "", "until": ""} | changes


def test_a_resident_is_found_and_neither_number_nor_name_is_in_the_address(clerks, sign_in, page):
    assert PHONE not in page
    assert str(clerks.resident.person) not in page
    shown = sign_in("worker").get(page).content.decode()
    assert NAME not in shown
    assert PHONE not in shown


def test_the_name_is_shown_once_asked_for_and_the_resident_reads_who_asked(clerks, sign_in, page):
    before = Access.objects.filter(owner=clerks.resident.person).count()
    assert NAME in sign_in("worker").post(f"{page}name/").content.decode()
    assert Access.objects.filter(owner=clerks.resident.person).count() == before + 1


def test_the_page_is_for_whoever_looked_and_for_an_hour(clerks, sign_in, refused, page, monkeypatch):
    refused(sign_in("far_worker").get(page), 404, "重新按手机号查找")
    refused(sign_in("far_worker").post(f"{page}name/"), 404, "重新按手机号查找")
    refused(sign_in("worker").get(f"{LIST}resident/nonsense/"), 404, "重新按手机号查找")
    monkeypatch.setattr("linli.office.authorisations.found.HOUR", -1)
    refused(sign_in("worker").get(page), 404, "重新按手机号查找")


@pytest.mark.parametrize(("phone", "sentence"), NUMBERS)
def test_a_number_that_cannot_be_is_refused(clerks, sign_in, refused, phone, sentence):
    assert "<b>1</b>" not in refused(sign_in("worker").post(f"{LIST}find/", {"phone": phone}), 422, sentence)


def test_nobody_has_the_number_so_they_are_registered(clerks, sign_in, refused):
    client = sign_in("worker")
    offered = client.post(f"{LIST}find/", {"phone": OTHER}).content.decode()
    assert "没有登记这个号码" in offered
    refused(client.post(f"{LIST}register/", {"phone": OTHER, "name": ""}), 422, "请填写姓名")
    before = Person.objects.count()
    assert "/resident/" in client.post(f"{LIST}register/", {"phone": OTHER, "name": "王示例"})["location"]
    assert Person.objects.count() == before + 1


def test_asked_by_phone_the_worker_acts(clerks, sign_in, page):
    assert sign_in("worker").post(page, asked())["location"] == page
    given = Authorisation.objects.get()
    assert (given.principal_id, given.agent_account_id) == (clerks.resident.person, clerks.worker.account)
    assert "员worker" in sign_in("worker").get(page).content.decode()
    listed = sign_in("worker").get(LIST).content.decode()
    assert "电话委托" in listed
    assert NAME not in listed
    assert NAME in sign_in("worker").post(f"{LIST}find/", {"names": "1"}).content.decode()


def test_by_a_paper_another_acts_and_the_paper_is_kept_sealed(clerks, sign_in, page):
    agent = register_person(name="王示例", phone=OTHER, by=SYSTEM, at=MONDAY)
    sign_in("worker").post(page, asked(basis="proxy", agent_phone=OTHER, paper=picture()))
    given = Authorisation.objects.get()
    assert given.agent_person_id == agent
    seen = sign_in("worker").post(f"{LIST}{given.pk}/paper/")
    assert (seen.status_code, seen["content-type"]) == (200, "image/jpeg")
    assert "no-store" in seen["cache-control"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"basis": ""}, "请选择委托方式"),
        ({"basis": "nonsense"}, "请选择委托方式"),
        ({"scope": []}, "请选择委托的事项"),
        ({"scope": ["nonsense"]}, "请选择委托的事项"),
        ({"until": "2020-01-01"}, "须晚于现在"),
        ({"until": "很快"}, "请填写日期"),
        ({"basis": "proxy", "paper": picture}, "请指定一位代办人"),
        ({"basis": "proxy"}, "请附上签字的委托书"),
        ({"basis": "proxy", "agent_phone": "12"}, "手机号"),
        ({"basis": "proxy", "agent_phone": OTHER}, "尚未登记"),
        ({"basis": "proxy", "agent_phone": PHONE, "paper": picture}, "不需要委托"),
        ({"basis": "proxy", "paper": lambda: SimpleUploadedFile("a.exe", b"MZ\x90\x00" * 9)}, "照片"),
    ],
)
def test_what_cannot_be_recorded_is_refused_in_words(clerks, sign_in, refused, page, changes, sentence):
    sent = asked(**{name: value() if callable(value) else value for name, value in changes.items()})
    refused(sign_in("worker").post(page, sent), 422, sentence)
    assert not Authorisation.objects.exists()


def test_a_paper_without_its_picture_is_refused(clerks, sign_in, refused, page):
    register_person(name="王示例", phone=OTHER, by=SYSTEM, at=MONDAY)
    refused(sign_in("worker").post(page, asked(basis="guardian", agent_phone=OTHER)), 422, "照片")
    assert not Authorisation.objects.exists()


def test_it_is_withdrawn_at_once(clerks, sign_in, refused, page):
    client = sign_in("worker")
    client.post(page, asked(until=str(localdate() + timedelta(days=9))))
    given = Authorisation.objects.get()
    assert client.post(f"{LIST}{given.pk}/withdraw/", {"next": page})["location"] == page
    assert Authorisation.objects.get().withdrawn_at
    assert "已撤回" in client.get(page).content.decode()
    refused(client.post(f"{LIST}{given.pk}/withdraw/"), 404, "有效委托")


def test_it_never_leads_elsewhere_afterwards(clerks, sign_in, page):
    client = sign_in("worker")
    client.post(page, asked())
    answer = client.post(f"{LIST}{Authorisation.objects.get().pk}/withdraw/", {"next": "https://elsewhere.example/"})
    assert answer["location"] == LIST


def test_who_may_neither_look_up_nor_recorded_it_has_no_such_authorisation(clerks, sign_in, refused, page):
    register_person(name="王示例", phone=OTHER, by=SYSTEM, at=MONDAY)
    sign_in("worker").post(page, asked(basis="proxy", agent_phone=OTHER, paper=picture()))
    given = Authorisation.objects.get()
    for act in ("withdraw", "paper"):
        refused(sign_in("far_leader").post(f"{LIST}{given.pk}/{act}/"), 404)
        refused(sign_in("handler").post(f"{LIST}{given.pk}/{act}/"), 403)
    assert Authorisation.objects.get().withdrawn_at is None


def test_another_desk_ends_it_from_the_page_of_the_resident_it_looked_up_and_from_nowhere_else(
    clerks, sign_in, refused, page
):
    register_person(name="王示例", phone=OTHER, by=SYSTEM, at=MONDAY)
    sign_in("worker").post(page, asked(basis="proxy", agent_phone=OTHER, paper=picture()))
    given, far = Authorisation.objects.get(), sign_in("far_worker")
    another = far.post(f"{LIST}find/", {"phone": OTHER})["location"]
    for found in ("", "nonsense", token_in(page), token_in(another)):
        for act in ("withdraw", "paper"):
            refused(far.post(f"{LIST}{given.pk}/{act}/", {"found": found}), 404)
    own = far.post(f"{LIST}find/", {"phone": PHONE})["location"]
    assert far.get(own).content.decode().count(f'name="found" value="{token_in(own)}"') == 2
    assert far.post(f"{LIST}{given.pk}/paper/", {"found": token_in(own)}).status_code == 200
    assert far.post(f"{LIST}{given.pk}/withdraw/", {"found": token_in(own)}).status_code == 302
    assert Authorisation.objects.get().withdrawn_at


def token_in(page):
    return page.rstrip("/").rpartition("/")[2]


def test_a_building_leader_has_the_list_and_no_look_up(clerks, sign_in, refused):
    client = sign_in("leader")
    assert 'name="phone"' not in client.get(LIST).content.decode()
    refused(client.post(f"{LIST}find/", {"phone": PHONE}), 403, "按手机号查找居民")
    refused(client.post(f"{LIST}register/", {"phone": OTHER, "name": "王示例"}), 403, "登记居民")


def test_nobody_else_comes_in(clerks, sign_in, refused):
    for who in ("handler", "system", "security", "audit"):
        refused(sign_in(who).get(LIST), 403, "受托代居民办事")
        refused(sign_in(who).post(f"{LIST}register/", {"phone": OTHER, "name": "王示例"}), 403)
    assert Person.objects.count() == 3


def test_many_authorisations_cost_no_more_statements(clerks, sign_in, queries, page):
    client = sign_in("worker")
    client.post(page, asked())
    few = [queries(client, address) for address in (LIST, page)]
    for _ in range(8):
        client.post(page, asked())
    assert Authorisation.objects.count() == 9
    assert [queries(client, address) for address in (LIST, page)] == few
