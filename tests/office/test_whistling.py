"""Whistles in the office: called departments stand beside the lead, and the figures stand beside the others."""

from __future__ import annotations

from django.utils.timezone import localdate
from tests.neighbourhood import MONDAY


def page(client, address) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_called_department_stands_beside_the_lead_until_it_is_judged(life, sign_in):
    walked = life("blown")
    shown = page(sign_in("supervisor"), f"/office/matters/{walked.matter.number}/")
    assert "吹哨报到 · " in shown
    assert "供水所" in shown
    assert f"act=call_also&amp;on={walked.whistle.number}" in shown


def test_a_department_reports_in_from_its_worklist(life, sign_in):
    walked = life("blown")
    department = sign_in("other_handler")
    assert walked.called_unit.number in page(department, "/office/worklist/")
    answer = department.post(
        f"/office/matters/{walked.called_unit.number}/acts/report_in/", {"text": "王科长到场", "version": "1"}
    )
    assert answer.status_code == 302
    assert walked.called_unit.state == "reported_in"


def test_the_subdistrict_chooses_the_departments_on_the_matters_page(here, life, sign_in):
    walked = life("whistle_asked")
    supervisor = sign_in("supervisor")
    assert walked.whistle.number in page(supervisor, "/office/worklist/")
    given = {"units": [str(here.units["water"]), str(here.units["office"])], "task": "一起到场", "version": "1"}
    answer = supervisor.post(f"/office/matters/{walked.whistle.number}/acts/blow/", given)
    assert answer.status_code == 302
    shown = page(supervisor, f"/office/matters/{walked.matter.number}/")
    assert shown.count("吹哨报到 · ") == 2
    assert "供水所、柳荫街道办事处" in shown or "柳荫街道办事处、供水所" in shown


def test_the_figures_stand_beside_the_others_where_anybody_asked(life, sign_in):
    supervisor = sign_in("supervisor")
    address = f"/office/figures/?since={localdate(MONDAY)}&until={localdate(MONDAY)}"
    assert "吹哨报到</h2>" not in page(supervisor, address)
    life("blown"), life("whistle_asked")
    shown = page(supervisor, address)
    assert "吹哨报到</h2>" in shown
    assert "<dt>待吹哨</dt><dd>1</dd>" in shown
    assert "<dt>吹哨部门</dt><dd>1</dd>" in shown
