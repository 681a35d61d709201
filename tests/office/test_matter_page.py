"""The page of one matter: what it shows to whom, and what comes back when an act is refused."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from linli.domains.matters.engine import perform
from linli.domains.matters.models import Event, Matter
from linli.domains.people.models import Role
from linli.domains.requests.lifecycle import assignment as lead
from linli.domains.requests.lifecycle import request as acts
from linli.kernel.record import number_pending

FORM = re.compile(r'<form class="form card act-form"[^>]*action="([^"]+)"')


def page(client, number, query="") -> str:
    answer = client.get(f"/office/matters/{number}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def version(matter) -> int:
    return Matter.objects.get(pk=matter.pk).version


def test_what_is_asked_of_the_reader_stands_open(life, sign_in):
    number = life("filed").matter.number
    assert FORM.search(page(sign_in("desk"), number))[1] == f"/office/matters/{number}/acts/dispatch/"
    assert FORM.search(page(sign_in("caller"), number)) is None


def test_only_acts_that_are_allowed_are_offered(life, sign_in):
    number = life("received").matter.number
    desk, supervisor = page(sign_in("desk"), number), page(sign_in("supervisor"), number)
    assert "acts/accept/" in desk
    assert "act=decline_to_accept" in desk
    assert "act=supervise" not in desk
    assert "act=supervise" in supervisor
    assert "accept/" not in supervisor


def test_a_unit_reads_the_whole_through_its_own_part(here, life, sign_in):
    Role.objects.filter(posts=here.handler.posts[0].id).update(rights=["requests.handle"])
    part = life("dispatched").lead
    shown = page(sign_in("handler"), part.number)
    assert "三号楼电梯坏了两天" in shown
    assert f"/office/matters/{part.number}/acts/sign_for/" in shown
    assert sign_in("handler").get(f"/office/matters/{part.parent.number}/").status_code == 404


def test_an_act_is_done_and_told(here, life, sign_in):
    matter = life("filed").matter
    desk = sign_in("desk")
    given = {"version": version(matter), "unit": str(here.units["property"]), "note": "请今天看"}
    answer = desk.post(f"/office/matters/{matter.number}/acts/dispatch/", given)
    assert (answer.status_code, answer["location"]) == (302, f"/office/matters/{matter.number}/")
    shown = page(desk, matter.number)
    assert "“派单”已办好" in shown
    assert "请今天看" in shown
    assert "柳荫物业" in shown


def test_nothing_is_chosen_before_somebody_chooses(life, sign_in):
    matter = life("filed").matter
    answer = sign_in("desk").post(f"/office/matters/{matter.number}/acts/dispatch/", {"version": version(matter)})
    assert answer.status_code == 422
    assert "请填写" in answer.content.decode()
    assert Matter.objects.get(pk=matter.pk).state == "filed"


def test_a_stale_page_says_what_happened_and_keeps_what_was_typed(here, life, sign_in):
    one = life("filed")
    old = version(one.matter)
    one.does(acts.Supervise(note="今天办结"), here.supervisor)
    given = {"version": old, "unit": str(here.units["water"]), "note": "写了很久的话"}
    answer = sign_in("desk").post(f"/office/matters/{one.matter.number}/acts/dispatch/", given)
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "你查看期间已有人处理：现在是“已立案”" in shown
    assert "写了很久的话" in shown
    assert f'name="version" value="{version(one.matter)}"' in shown
    assert Matter.objects.get(pk=one.matter.pk).state == "filed"


def test_where_the_act_is_no_longer_open_what_was_typed_can_be_copied(here, life, sign_in):
    one = life("in_progress")
    part, old = one.lead, version(one.lead)
    one.does(lead.Answer(text="修好了"), here.handler, on=part)
    given = {"version": old, "text": "我也写了一份答复"}
    answer = sign_in("handler").post(f"/office/matters/{part.number}/acts/answer/", given)
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "已答复" in shown
    assert "我也写了一份答复" in shown
    assert "可以复制" in shown


def test_a_form_without_a_version_is_an_old_form(life, sign_in):
    matter = life("received").matter
    answer = sign_in("desk").post(f"/office/matters/{matter.number}/acts/accept/", {"version": "x"})
    assert answer.status_code == 409


def test_anothers_act_is_refused_with_whose_it_is(life, sign_in):
    matter = life("received").matter
    answer = sign_in("caller").post(f"/office/matters/{matter.number}/acts/accept/", {"version": version(matter)})
    assert answer.status_code == 403
    assert "受理岗" in answer.content.decode()


@pytest.mark.parametrize("verb", ["nonsense", "sign_for"])
def test_an_unknown_act_is_not_found(life, sign_in, verb):
    matter = life("received").matter
    assert sign_in("desk").post(f"/office/matters/{matter.number}/acts/{verb}/").status_code == 404


@pytest.mark.parametrize("rest", ["", "acts/accept/", "contact/", "texts/01890000-0000-7000-8000-000000000000/"])
def test_another_communitys_matter_does_not_exist(life, sign_in, rest):
    client, address = sign_in("stranger"), f"/office/matters/{life('received').matter.number}/{rest}"
    answer = client.post(address, {"purpose": "resolve"}) if rest else client.get(address)
    assert answer.status_code == 404


def test_beside_the_list_only_the_panel_comes_and_the_list_hears_of_acts(life, sign_in):
    matter = life("received").matter
    desk = sign_in("desk", **{"hx-request": "true"})
    assert "<html" not in page(desk, matter.number)
    answer = desk.post(f"/office/matters/{matter.number}/acts/accept/", {"version": version(matter)})
    assert (answer.status_code, answer["hx-trigger"]) == (200, "acted")
    assert "“受理立案”已办好" in answer.content.decode()
    again = desk.post(f"/office/matters/{matter.number}/acts/accept/", {"version": 1})
    assert (again.status_code, again["hx-retarget"]) == (409, "#matter")


def test_what_happened_is_told_once_by_who_did_it(life, sign_in):
    shown = page(sign_in("desk"), life("signed").matter.number)
    assert shown.count("我来办") == 1
    assert "柳荫物业 handler" in shown
    assert "主办单位 <b>柳荫物业</b>" in shown


def test_words_between_staff_are_marked_and_clocks_explain_themselves(life, sign_in):
    one = life("dispatched")
    shown = page(sign_in("desk"), one.matter.number)
    assert "个工作日" in shown
    assert "答复" in shown
    sign_in("handler").post(
        f"/office/matters/{one.lead.number}/acts/ask_to_bounce/",
        {"version": one.lead.version, "ground": "not_our_duty", "evidence": "属于供水所"},
    )
    assert "仅工作人员可见" in page(sign_in("desk"), one.matter.number)


@pytest.mark.django_db(transaction=True)
def test_the_page_names_its_entries_on_the_record(life, sign_in):
    matter = life("filed").matter
    assert "正在等待存证编号" in page(sign_in("desk"), matter.number)
    number_pending()
    assert "最新一条是本社区第" in page(sign_in("desk"), matter.number)


def test_messages_lead_to_the_matter_by_its_identifier(life, sign_in):
    matter = life("received").matter
    answer = sign_in("desk").get(f"/office/matters/id/{matter.pk}/")
    assert answer["location"] == f"/office/matters/{matter.number}/"
    assert sign_in("stranger").get(f"/office/matters/id/{matter.pk}/").status_code == 404


def test_markup_in_words_stays_words(life, sign_in):
    matter = life("received", text="<script>alert(1)</script><img src=x onerror=alert(2)>").matter
    shown = page(sign_in("desk"), matter.number)
    assert "<script>alert(1)" not in shown
    assert "<img src=x" not in shown


def test_a_long_life_asks_the_database_no_more_than_a_short_one(here, life, sign_in, queries):
    matter = life("in_progress").matter
    desk, address = sign_in("desk"), f"/office/matters/{matter.number}/"
    one = queries(desk, address)
    for minute in range(30):
        perform(
            matter.pk, acts.Comment(text="还在吗？"), by=here.resident, at=timezone.now() + timedelta(minutes=minute)
        )
    assert Event.objects.filter(matter=matter).count() > 30
    assert queries(desk, address) == one


def test_an_act_asked_for_by_its_address_leads_to_its_form(life, sign_in):
    number = life("dispatched").lead.number
    answer = sign_in("handler").get(f"/office/matters/{number}/acts/sign_for/")
    assert answer["location"] == f"/office/matters/{number}/?act=sign_for"
