"""Routing in the office: a suggestion beside the act, taken over by one click, decided by a person; its rules."""

from __future__ import annotations

import re

import pytest
from tests.neighbourhood import MONDAY
from tests.staffed import administrator

from linli.domains.matters.models import Matter
from linli.domains.people.models import Role
from linli.domains.requests.routing.actions import NewRule, add_rule
from linli.domains.requests.routing.models import ModelVersion, RoutingRule
from linli.kernel.jobs import run_due

NASTY = "<b>电梯</b>"


@pytest.fixture
def ruled(here):
    """A rule for lifts, and whatever is filed afterwards suggested by it."""
    asked = NewRule(
        words=["电梯"], place=here.places["willow"].pk, category="home.lift", receiver=here.units["property"]
    )
    return add_rule(asked, by=here.desk, at=MONDAY)


def shown(client, number, query="") -> str:
    answer = client.get(f"/office/matters/{number}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_suggestion_stands_beside_the_act_with_its_words(ruled, life, sign_in):
    matter = life("received", category="other.other").matter
    run_due()
    page = shown(sign_in("desk"), matter.number)
    assert "依据本单位的规则" in page
    assert "“电梯”" in page
    assert "柳荫物业" in page
    assert Matter.objects.get(pk=matter.pk).category == "other.other"


def test_taking_it_over_fills_the_form_and_does_nothing(ruled, life, sign_in):
    matter = life("received", category="other.other").matter
    run_due()
    desk = sign_in("desk")
    link = re.search(r'href="([^"]*take=1[^"]*)"', shown(desk, matter.number))[1].replace("&amp;", "&")
    assert '<option value="home.lift" selected' in desk.get(link).content.decode()
    assert Matter.objects.get(pk=matter.pk).state == "received"
    assert '<option value="home.lift" selected' not in shown(desk, matter.number)


def test_at_dispatch_the_unit_is_filled_in(here, ruled, life, sign_in):
    matter = life("filed").matter
    run_due()
    page = shown(sign_in("desk"), matter.number, "?take=1&act=dispatch")
    assert f'<option value="{here.units["property"]}" selected' in page


def test_what_is_not_clear_is_left_to_the_reader_in_words(life, sign_in):
    matter = life("received").matter
    run_due()
    assert "把握不够，不作建议，请您判断" in shown(sign_in("desk"), matter.number)


def test_whoever_decides_nothing_sees_no_suggestion(ruled, life, sign_in):
    matter = life("received").matter
    run_due()
    assert "依据本单位的规则" not in shown(sign_in("supervisor"), matter.number)


def given(here, **changes):
    return {"words": "电梯，轿厢", "place": here.places["willow"].pk, "category": "home.lift", "receiver": ""} | changes


def test_a_rule_is_tried_first_and_set_when_it_is_sent_again(here, life, sign_in):
    number = life("filed", category="street.noise").matter.number
    desk = sign_in("desk")
    tried = desk.post("/office/routing/", given(here)).content.decode()
    assert "已用历史诉求试算" in tried
    assert number in tried
    assert not RoutingRule.objects.exists()
    answer = desk.post("/office/routing/", given(here, set="1"))
    assert answer["location"] == "/office/routing/"
    assert RoutingRule.objects.get().words == ["电梯", "轿厢"]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("words", "", "请填写触发词"),
        ("words", "一", "每个至少两个字"),
        ("category", "", "请选择类别或承办单位"),
        ("category", "no.such", ""),
        ("place", "nonsense", ""),
        ("receiver", "nonsense", ""),
    ],
)
@pytest.mark.parametrize("step", [{}, {"set": "1"}])
def test_a_rule_is_refused_in_words(here, sign_in, refused, field, value, sentence, step):
    refused(sign_in("desk").post("/office/routing/", given(here, **{field: value}, **step)), 422, sentence)
    assert not RoutingRule.objects.exists()


def test_markup_in_a_rule_is_shown_as_text(here, sign_in):
    desk = sign_in("desk")
    desk.post("/office/routing/", given(here, words=NASTY, set="1"))
    assert NASTY not in desk.get("/office/routing/").content.decode()


def test_a_rule_is_ended_and_versions_are_chosen_by_whoever_may(here, ruled, sign_in):
    ModelVersion.objects.create(
        number=1,
        trained_at=MONDAY,
        trained_on=15,
        categories=3,
        accuracy=0.9,
        covered=0.5,
        right_where_sure=0.97,
        calibration_error=0.02,
        weights=b"",
    )
    desk = sign_in("desk")
    page = desk.get("/office/routing/").content.decode()
    assert "第 1 版" in page
    assert "90.0%" in page
    for whole in ("versions/1/choose/", "learn/"):  # one community is not the whole
        assert whole not in page
        assert desk.post(f"/office/routing/{whole}").status_code == 403
    assert desk.post(f"/office/routing/rules/{ruled}/end/").status_code == 302
    assert RoutingRule.objects.get().ended_at


def test_it_learns_at_once_when_the_subdistrict_asks(here, sign_in, monkeypatch):
    Role.objects.create(code="dispatcher", name="派单员", name_en="Dispatcher", rights=["requests.dispatch"])
    here.dispatcher = administrator("dispatcher", "dispatcher", here.places["subdistrict"], here.units["office"])
    learned = []
    monkeypatch.setattr("linli.domains.requests.routing.jobs.train_anew", lambda *, at: learned.append(at))
    dispatcher = sign_in("dispatcher")
    assert "/office/routing/learn/" in dispatcher.get("/office/routing/").content.decode()
    assert dispatcher.post("/office/routing/learn/").status_code == 302
    assert learned == []
    run_due()
    assert len(learned) == 1


def test_only_dispatchers_open_the_page(sign_in):
    assert sign_in("handler").get("/office/routing/").status_code == 403
