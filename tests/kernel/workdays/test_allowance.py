"""An allowance is read from a rule's value, and says itself in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from linli.kernel.refusal import Invalid
from linli.kernel.rules import stack
from linli.kernel.workdays import Allowance, Ends, Unit, allowance_of


def test_an_allowance_is_amount_and_unit():
    assert allowance_of({"amount": 7, "unit": "workdays"}) == Allowance(7, Unit.WORKDAYS)
    assert allowance_of({"amount": 30, "unit": "days", "ends": "midnight"}) == Allowance(30, Unit.DAYS, Ends.MIDNIGHT)


@pytest.mark.parametrize(
    "written",
    [
        {},
        {"amount": 7},
        {"amount": 0, "unit": "days"},
        {"amount": -1, "unit": "days"},
        {"amount": 1.5, "unit": "days"},
        {"amount": True, "unit": "days"},
        {"amount": "7", "unit": "days"},
        {"amount": 10_001, "unit": "days"},
        {"amount": 7, "unit": "weeks"},
        {"amount": 7, "unit": ["days"]},
        {"amount": 7, "unit": "workdays", "ends": "midnight"},
        {"amount": 7, "unit": "days", "ends": "never"},
        {"amount": 7, "unit": "days", "more": 1},
    ],
)
def test_anything_else_is_refused_with_how_to_write_it(written):
    with pytest.raises(Invalid) as refused:
        allowance_of(written)
    assert '{ amount = 7, unit = "workdays" }' in refused.value.sentence.in_language("en")
    assert "请在规则包里改正" in refused.value.sentence.in_language("zh-hans")


@pytest.mark.parametrize(
    ("amount", "unit", "en", "zh"),
    [
        (30, Unit.MINUTES, "30 minutes", "30 分钟"),
        (1, Unit.HOURS, "1 hour", "1 小时"),
        (4, Unit.WORKING_HOURS, "4 working hours", "4 个工作小时"),
        (7, Unit.WORKDAYS, "7 workdays", "7 个工作日"),
        (1, Unit.DAYS, "1 day", "1 天"),
    ],
)
def test_it_says_itself(amount, unit, en, zh):
    words = Allowance(amount, unit).words
    assert (words.in_language("en"), words.in_language("zh-hans")) == (en, zh)


def test_every_time_allowance_of_the_shipped_packs_can_be_read():
    for packs in (("cn",), ("cn", "beijing")):
        values = [rule.value for rule in stack(*packs).in_force(on=date(2026, 11, 23)).values()]
        allowances = [allowance_of(value) for value in values if isinstance(value, Mapping) and "amount" in value]
        assert len(allowances) > 10
