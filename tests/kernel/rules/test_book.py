"""A rule book answers by key and day, and says which pack and version it answers from."""

from __future__ import annotations

from datetime import date

import pytest

from linli.kernel.rules import RuleBook, UnknownRule, parse_pack, reload_rulebook, rulebook

RULE = """
[[rule]]
key = "{key}"
name = {{ en = "A rule", zh = "一条规则" }}
value = {value}
citation = "made up for a test"
verified = false
in_force_from = {since}
{more}
"""


def pack(name: str, *rules: str):
    head = f'[pack]\nname = "{name}"\nversion = "1"\ntitle = {{ en = "T", zh = "T" }}\n'
    return parse_pack(head + "".join(rules), file=f"{name}.toml")


def rule(key: str, value: object, since: str, more: str = "") -> str:
    return RULE.format(key=key, value=value, since=since, more=more)


@pytest.fixture
def book() -> RuleBook:
    country = pack(
        "country",
        rule("a.limit", 1, "2020-01-01", "in_force_to = 2023-12-31"),
        rule("a.limit", 2, "2024-01-01"),
        rule("a.limit.night", 9, "2024-01-01"),
        rule("years.2025", "[1, 2]", "2024-11-12"),
        rule("years.2026", "[3]", "2025-11-04"),
    )
    return RuleBook([country, pack("city", rule("a.limit", 5, "2025-06-01"))])


def test_a_later_pack_overrides_an_earlier_one_only_from_the_day_it_is_in_force(book):
    answers = [book.rule("a.limit", on=date(year, 7, 1)).value for year in (2020, 2024, 2025)]
    assert answers == [1, 2, 5]


def test_both_ends_of_the_dates_in_force_are_included(book):
    assert book.rule("a.limit", on=date(2023, 12, 31)).value == 1
    assert book.rule("a.limit", on=date(2024, 1, 1)).value == 2


def test_a_label_names_pack_version_and_key_and_the_date_where_there_are_several(book):
    assert book.rule("a.limit", on=date(2025, 7, 1)).label == "city 1 a.limit"
    assert book.rule("a.limit", on=date(2024, 7, 1)).label == "country 1 a.limit@2024-01-01"
    assert book.label == "country 1 + city 1"


def test_an_unknown_key_or_day_is_refused_with_what_to_do(book):
    with pytest.raises(UnknownRule) as refused:
        book.rule("a.limit", on=date(2019, 12, 31))
    assert refused.value.status == 404
    assert "Add it to a rule pack" in refused.value.sentence.in_language("en")
    assert "2019-12-31没有生效的规则“a.limit”" in refused.value.sentence.in_language("zh-hans")


def test_the_nearest_rule_above_stands_in_for_a_missing_one(book):
    day = date(2025, 7, 1)
    assert book.nearest("a.limit.night", on=day).value == 9
    assert book.nearest("a.limit.noon", on=day).value == 5
    with pytest.raises(UnknownRule) as refused:
        book.nearest("b.limit.noon", on=day)
    assert "b.limit.noon" in refused.value.sentence.in_language("en")


def test_a_family_is_what_stands_directly_under_a_key_that_day(book):
    assert {year: rule.value for year, rule in book.family("years", on=date(2025, 1, 1)).items()} == {"2025": (1, 2)}
    assert set(book.family("years", on=date(2026, 1, 1))) == {"2025", "2026"}
    assert set(book.family("a", on=date(2026, 1, 1))) == {"limit"}


def test_values_cannot_be_changed_by_who_reads_them(book):
    with pytest.raises(TypeError):
        rulebook().rule("requests.verify", on=date(2026, 1, 1)).value["amount"] = 1
    assert isinstance(book.rule("years.2025", on=date(2025, 1, 1)).value, tuple)


def test_a_pack_takes_the_place_of_the_one_of_its_name_or_lies_on_top(book):
    stricter = pack("city", rule("a.limit", 4, "2025-06-01"))
    assert book.with_pack(stricter).label == "country 1 + city 1"
    assert book.with_pack(stricter).rule("a.limit", on=date(2025, 7, 1)).value == 4
    on_top = book.with_pack(pack("ours", rule("a.limit", 3, "2025-06-01")))
    assert on_top.rule("a.limit", on=date(2025, 7, 1)).value == 3
    assert book.rule("a.limit", on=date(2025, 7, 1)).value == 5


def test_the_book_is_read_once_per_process_and_anew_on_request():
    first = rulebook()
    assert rulebook() is first
    assert reload_rulebook() is not first
    assert rulebook() is not first


def test_the_stack_follows_the_settings(settings):
    settings.RULE_PACKS = ["cn"]
    assert rulebook().rule("requests.answer.ordinary", on=date(2026, 1, 1)).pack == "cn"
    settings.RULE_PACKS = ["cn", "beijing"]
    assert rulebook().rule("requests.answer.ordinary", on=date(2026, 1, 1)).pack == "beijing"
