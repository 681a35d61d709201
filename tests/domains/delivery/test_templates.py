"""Templates: words with blanks, coded parameters made readable, numbered blanks for the gateway."""

import pytest

from linli.domains.delivery import templates
from linli.kernel.words import say


@pytest.fixture(autouse=True)
def own_templates(monkeypatch):
    monkeypatch.setattr(templates, "_templates", {})


def test_the_gateways_text_numbers_the_blanks_in_their_order():
    declared = templates.register_template("a", say("x", "x"), sms=say("{b} before {a}", "先{a}后{b}"))
    assert declared.gateway_text("zh-hans") == "先{1}后{2}"
    assert declared.sms_params({"a": 1, "b": 2}, language="zh-hans") == ["1", "2"]
    assert declared.sms_params({"a": 1, "b": 2}, language="en") == ["2", "1"]


def test_a_coded_parameter_is_read_in_the_readers_language():
    words = {"late": say("late", "超时")}
    declared = templates.register_template(
        "a", say("It is {state}.", "{state}了。"), sms=say("{state}", "{state}"), shows={"state": words.__getitem__}
    )
    assert declared.sentence({"state": "late"}).in_language("zh-hans") == "超时了。"
    assert declared.sms_params({"state": "late"}, language="en") == ["late"]


def test_one_name_means_one_template():
    templates.register_template("a", say("one", "一"))
    with pytest.raises(ValueError, match="Two templates"):
        templates.register_template("a", say("two", "二"))
    assert [declared.key for declared in templates.templates()] == ["a"]
