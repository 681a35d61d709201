"""Being away as the office meets it: no reason is asked, the stand-in reads for whom, it ends by itself."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.neighbourhood import staff_member
from tests.staffed import appoint

from linli.domains.matters.models import Matter
from linli.domains.people.absences.models import Absence
from linli.domains.people.models import Account, Post
from linli.domains.requests.rights import HANDLE, LEAD, READ

ADDRESS = "/office/worklist/away/"
TEAM = "/office/worklist/team/"


@pytest.fixture
def here(here):
    for name, more in (("head", {LEAD.code}), ("colleague", set())):
        setattr(here, name, staff_member(here, name, "property", {READ.code, HANDLE.code} | more))
        appoint(getattr(here, name))
    return here


@pytest.fixture
def note(here, sign_in):
    def noted(by="handler", who="handler", stand_in="colleague", *, unit="property", **days):
        def pair(name):
            return f"{here.units[unit]}.{getattr(here, name).account}"

        last = (timezone.localdate() + timedelta(days=5)).isoformat()
        sent = {"account": pair(who), "stand_in": pair(stand_in), "since": "", "last": last} | days
        return sign_in(by).post(ADDRESS, sent)

    return noted


def test_it_is_noted_shown_and_ended(here, note, sign_in):
    assert note().status_code == 302
    page = sign_in("colleague").get(ADDRESS).content.decode()
    assert "由colleague顶岗" in page
    assert "已回岗" not in page
    assert "已回岗" in sign_in("head").get(ADDRESS).content.decode()
    team = sign_in("colleague").get(TEAM).content.decode()
    assert "由colleague顶岗" in team
    absence = Absence.objects.get()
    assert sign_in("handler").post(f"{ADDRESS}{absence.pk}/end/").status_code == 302
    assert "没有人不在岗" in sign_in("handler").get(ADDRESS).content.decode()


def test_no_reason_is_asked_or_kept(note, sign_in):
    page = sign_in("handler").get(ADDRESS).content.decode()
    assert "<textarea" not in page
    assert 'type="text"' not in re.search(r"<form class=\"form\".*?</form>", page, re.DOTALL)[0]
    assert {field.name for field in Absence._meta.get_fields()} == {
        *("id", "account", "unit", "stand_in", "since", "until", "entered_by", "entered_at", "ended_by")
    }


def test_the_stand_ins_worklist_marks_it_and_mine_has_it(here, life, note, sign_in):
    number = life("in_progress").lead.number
    colleague = sign_in("colleague")
    assert number not in colleague.get("/office/worklist/?mine=1").content.decode()
    note()
    for address in ("/office/worklist/", "/office/worklist/?mine=1"):
        page = colleague.get(address).content.decode()
        assert number in page
        assert "替handler顶岗" in page
    assert "替handler顶岗" not in sign_in("head").get("/office/worklist/").content.decode()
    Absence.objects.update(since=timezone.now() - timedelta(2), until=timezone.now() - timedelta(1))
    assert number not in colleague.get("/office/worklist/?mine=1").content.decode()


def test_what_is_handed_to_whoever_is_away_goes_to_the_stand_in(here, life, note, sign_in):
    life("in_progress")
    note(by="head", who="head", stand_in="colleague")
    head = sign_in("head")
    address = f"{TEAM}{here.units['property']}/{here.handler.account}/"
    page = head.get(address).content.decode()
    assert "head（不在岗，由colleague接）" in page
    head.post(address, {"ids": re.findall(r'name="ids" value="([^"]+)"', page), "to": here.head.account})
    assert Matter.objects.get(kind="assignment").holder_id == here.colleague.account


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"stand_in": "handler"}, "请选另一位同事顶岗"),
        ({"last": ""}, "请选择最后一天"),
        ({"last": "2001-01-01"}, "最后一天早于第一天"),
        ({"since": "2001-01-01"}, "不能从过去开始"),
        ({"last": "someday"}, "请填写日期"),
        ({"by": "colleague"}, "请选择是谁"),
        ({"by": "head", "stand_in": "other_handler"}, "请选择是谁"),
    ],
    ids=["oneself", "endless", "backwards", "past", "nonsense", "somebody-elses", "another-units"],
)
def test_what_makes_no_sense_is_refused_in_words(note, refused, given, sentence):
    refused(note(**given), 422, sentence)
    assert not Absence.objects.exists()


def test_a_stand_in_who_is_away_is_refused_with_until_when(note, refused):
    note(by="colleague", who="colleague", stand_in="head")
    refused(note(), 422, "请选全程在岗的同事")
    assert Absence.objects.count() == 1


def test_a_stand_in_who_left_the_unit_is_pointed_out(here, note, sign_in):
    note()
    Post.objects.filter(account=here.colleague.account).update(until=timezone.now())
    assert "顶岗人已离开本单位" in sign_in("head").get(ADDRESS).content.decode()


def test_it_is_the_units_own(here, note, sign_in, refused):
    note()
    assert "colleague" not in sign_in("other_handler").get(ADDRESS).content.decode()
    refused(sign_in("other_handler").post(f"{ADDRESS}{Absence.objects.get().pk}/end/"), 404)
    refused(sign_in("colleague").post(f"{ADDRESS}{Absence.objects.get().pk}/end/"), 403, "负责人")
    refused(sign_in("supervisor").get(ADDRESS), 403)


def test_in_several_units_each_is_named(here, sign_in):
    post = Post.objects.get(account=here.handler.account)
    Post.objects.create(
        account=post.account, organisation_id=here.units["water"], role=post.role, place=post.place, since=post.since
    )
    page = sign_in("handler").get(ADDRESS).content.decode()
    assert "handler（柳荫物业）" in page
    assert "handler（供水所）" in page
    mixed = {
        "account": f"{here.units['water']}.{here.handler.account}",
        "stand_in": f"{here.units['property']}.{here.colleague.account}",
        "last": (timezone.localdate() + timedelta(days=5)).isoformat(),
    }
    assert "请选同一单位的两位同事" in sign_in("handler").post(ADDRESS, mixed).content.decode()


@pytest.mark.parametrize("address", [ADDRESS, TEAM, "/office/worklist/", "/office/worklist/?mine=1"])
def test_absences_cost_the_pages_no_statement_each(here, life, note, sign_in, queries, address):
    life("in_progress"), note()
    colleague = sign_in("colleague")
    one = queries(colleague, address)
    for name in ("x", "y", "z"):
        member = staff_member(here, name, "property", {READ.code, HANDLE.code})
        appoint(member)
        setattr(here, name, member)
        note(by="head", who=name)
    assert Account.objects.filter(username="z").exists()
    assert queries(colleague, address) == one
