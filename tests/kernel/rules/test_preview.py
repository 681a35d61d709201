"""Before a rule is changed, one sees what it would alter."""

from __future__ import annotations

from datetime import date

from linli.kernel.rules import Case, Preview, changed_keys, parse_pack, preview, stack
from linli.kernel.words import Words

DAY = date(2026, 3, 2)
STRICTER = """
[pack]
name = "ours"
version = "7"
title = { en = "Ours", zh = "本街道" }
[[rule]]
key = "requests.answer.ordinary"
name = { en = "Answer", zh = "答复" }
value = { amount = 5, unit = "workdays" }
citation = "a made-up notice"
verified = false
in_force_from = 2026-03-01
[[rule]]
key = "requests.new"
name = { en = "New", zh = "新" }
value = 1
citation = "a made-up notice"
verified = false
in_force_from = 2026-03-01
"""


def ordinary(*, waited: int, on: date = DAY) -> Case[str]:
    key = "requests.answer.ordinary"
    return Case(
        name=f"waited {waited}",
        keys=(key,),
        on=on,
        compute=lambda rules: "late" if waited > rules[key].value["amount"] else "in time",
    )


def run(*cases: Case[str]) -> Preview[str]:
    current = stack("cn", "beijing")
    return preview(current=current, changed=current.with_pack(parse_pack(STRICTER, file="ours.toml")), cases=cases)


def test_only_cases_that_come_out_otherwise_are_shown_with_both_rules():
    found = run(ordinary(waited=4), ordinary(waited=6), ordinary(waited=8))
    (altered,) = found.altered
    assert (altered.case.name, altered.before, altered.after) == ("waited 6", "in time", "late")
    assert altered.labels == (("beijing 2026.1 requests.answer.ordinary", "ours 7 requests.answer.ordinary"),)
    assert found.same == 2


def test_a_case_before_the_change_is_in_force_stays_as_it_is():
    assert run(ordinary(waited=6, on=date(2026, 2, 28))) == Preview((), 1)


def test_cases_whose_rules_do_not_differ_are_not_computed():
    def never(_rules):
        raise AssertionError

    assert run(Case("verify", ("requests.verify",), DAY, never)) == Preview((), 1)


def test_a_refusal_is_an_outcome_too():
    found = run(Case("new", ("requests.new",), DAY, lambda rules: str(rules["requests.new"].value)))
    (altered,) = found.altered
    assert isinstance(altered.before, Words)
    assert altered.after == "1"
    assert altered.labels == (("", "ours 7 requests.new"),)


def test_the_nearest_rule_above_a_key_stands_in_for_it_as_it_does_for_clocks():
    complete = Case(
        "a kind no pack speaks of",
        ("requests.answer.ordinary.lifts",),
        DAY,
        lambda rules: rules["requests.answer.ordinary.lifts"].value["amount"],
    )
    (altered,) = run(complete).altered
    assert (altered.before, altered.after) == (7, 5)


def test_changed_keys_lists_what_differs_that_day():
    current = stack("cn", "beijing")
    changed = current.with_pack(parse_pack(STRICTER, file="ours.toml"))
    assert changed_keys(current=current, changed=changed, on=DAY) == ["requests.answer.ordinary", "requests.new"]
    assert changed_keys(current=current, changed=changed, on=date(2026, 2, 28)) == []
