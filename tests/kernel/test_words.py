"""Words are said in the language asked for, whatever language the reader of the moment has."""

from __future__ import annotations

from django.utils.translation import override

from linli.kernel.words import Words, say

FRIDAY = Words("Friday", "周五")


def test_english_is_english_while_chinese_is_active():
    with override("zh-hans"):
        assert (FRIDAY.in_language("en"), FRIDAY.in_language("zh-hans"), str(FRIDAY)) == ("Friday", "周五", "周五")
    with override("en"):
        assert (FRIDAY.in_language("zh-hans"), str(FRIDAY)) == ("周五", "Friday")


def test_a_third_language_comes_from_its_catalogue():
    with override("zh-hans"):
        assert FRIDAY.in_language("de") == "Freitag"


def test_blanks_are_filled_in_the_same_language():
    by = say("By {day}", "{day}前", day=FRIDAY)
    with override("zh-hans"):
        assert (by.in_language("en"), str(by)) == ("By Friday", "周五前")
