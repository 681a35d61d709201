"""A wrong order is objected to with the clause: drafted from the list of duties; gaps and doubts are shown."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation
from tests.domains.requests.lives import Life

from linli.domains.matters.queries import drafted
from linli.domains.requests.categories import known_categories
from linli.domains.requests.duties import doubted, duty_for, unlisted
from linli.domains.requests.lifecycle import assignment as lead
from linli.domains.requests.lifecycle import request as life
from linli.kernel.rules import RuleBook
from linli.kernel.rules.pack import parse_pack

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
PACK = """
[pack]
name = "ours"
version = "1"
title = {{ en = "Ours", zh = "本街道" }}
[[rule]]
key = "duties.{key}"
name = {{ en = "Ours", zh = "本街道清单" }}
value = {value}
citation = "街道职责清单第3项"
verified = true
in_force_from = 2020-01-01
"""


@pytest.fixture
def ours(monkeypatch):
    """A book with one entry of the subdistrict's own."""

    def written(key: str, value: str) -> None:
        book = RuleBook([parse_pack(PACK.format(key=key, value=value), file="ours.toml")])
        monkeypatch.setattr("linli.domains.requests.duties.rulebook", lambda: book)

    return written


def sent(neighbourhood, unit: str, **details) -> Life:
    walked = Life(neighbourhood, **details).filed()
    return walked.does(life.Dispatch(unit=neighbourhood.units[unit]), neighbourhood.desk)


def test_the_objection_names_whom_the_clause_names_and_can_be_changed(neighbourhood):
    walked = sent(neighbourhood, "water")
    with translation.override("zh-hans"):
        found = drafted(lead.AskToBounce, walked.lead)
    assert found["ground"] == "not_our_duty"
    assert "“电梯”由物业负责" in found["evidence"]
    assert "《特种设备安全法》第三十八条" in found["evidence"]
    assert "供水所" in found["evidence"]
    walked.does(lead.AskToBounce(**found), neighbourhood.other_handler, on=walked.lead)
    assert walked.lead.state == "bounce_asked"


def test_it_is_drafted_in_the_readers_language(neighbourhood):
    with translation.override("en"):
        found = drafted(lead.AskToBounce, sent(neighbourhood, "water").lead)
    assert found["evidence"].startswith("By the list of duties “Lifts” belongs to: Property company.")


def test_nothing_is_drafted_for_a_unit_that_the_list_names(neighbourhood):
    assert drafted(lead.AskToBounce, sent(neighbourhood, "property").lead) == {}


def test_nothing_is_drafted_where_the_list_names_nobody(neighbourhood):
    assert drafted(lead.AskToBounce, sent(neighbourhood, "water", category="other.other").lead) == {}


def test_an_entry_for_a_group_answers_for_all_of_it(ours):
    ours("street", '{ units = ["line_department", "company"], clause = "负责街面" }')
    duty = duty_for("street.noise", on=TODAY)
    assert duty.whom.zh.format(**dict(duty.whom.given)) == "条线部门、企业"
    assert duty.rule.citation == "街道职责清单第3项"
    assert duty_for("home.lift", on=TODAY) is None


@pytest.mark.parametrize(
    "value", ['"物业"', "{ clause = 'x' }", '{ units = ["wizard"], clause = "x" }', "3", "{ units = 3 }"]
)
def test_an_entry_that_names_nobody_known_counts_as_missing(ours, value):
    ours("home.lift", value)
    assert duty_for("home.lift", on=TODAY) is None
    assert "home.lift" in dict(unlisted(on=TODAY))


def test_every_category_is_listed_or_shown_as_missing():
    missing = dict(unlisted(on=TODAY))
    assert "other.other" in missing
    assert {code for code in known_categories() if duty_for(code, on=TODAY)} == known_categories() - missing.keys()


def test_an_entry_is_in_doubt_where_a_unit_it_names_had_its_order_taken_back(neighbourhood):
    here = neighbourhood
    for ground in ("not_our_duty", "not_our_area"):
        walked = sent(here, "property")
        walked.does(lead.AskToBounce(ground=ground, evidence="合同未包含"), here.handler, on=walked.lead)
        walked.does(lead.GrantBounce(), here.desk, on=walked.lead)
    walked = sent(here, "water")
    walked.does(lead.AskToBounce(ground="not_our_duty", evidence="应由物业"), here.other_handler, on=walked.lead)
    walked.does(lead.GrantBounce(), here.desk, on=walked.lead)
    assert doubted(by=here.desk, on=TODAY) == {"home.lift": 1}
    assert doubted(by=here.stranger, on=TODAY) == {}
