"""Search is exact: what is in a text is found there, and nothing else is."""

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.kernel.refusal import Invalid
from linli.kernel.text import Needle, grams, needle_grams, normalise
from linli.kernel.text.normal import HAN, READ_AS_HAN

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
mixed = st.text(st.sampled_from("电梯坏了水⽔A a，,。\n　ＷｗＭé́①㎡㈱𠮷가ㄱ"), max_size=40)


def contains(text: str, needle: str) -> bool:
    return Needle(needle).stands_in(text)


@given(texts | mixed, st.data())
def test_any_part_of_a_text_is_found_in_it(text, data):
    start = data.draw(st.integers(0, len(text)))
    needle = text[start : data.draw(st.integers(start, len(text)))]
    assert contains(text, needle)
    assert set(grams(needle)) <= set(grams(text))


@given(texts | mixed, texts | mixed)
def test_joining_texts_joins_their_searched_forms(a, b):
    assert normalise(a + b) == normalise(a) + normalise(b)
    assert normalise(normalise(a)) == normalise(a)


@given(texts | mixed, texts | mixed)
def test_passing_over_texts_loses_none(text, needle):
    assert contains(text, needle) == (normalise(needle) in normalise(text))


def test_only_signs_that_are_looked_at_are_read_as_everyday_ones():
    everyday, others = re.compile(f"[{HAN}]"), re.compile(f"[{READ_AS_HAN}]")
    for code in range(sys.maxunicode + 1):
        sign = chr(code)
        if everyday.match(sign):
            assert normalise(sign) == sign
        elif everyday.search(normalise(sign)):
            assert others.match(sign), hex(code)


@given(mixed, st.text(st.sampled_from("电梯坏了水a，"), min_size=2, max_size=2))
def test_a_pair_whose_number_fits_is_in_the_text(text, pair):
    assert (set(grams(pair)) <= set(grams(text))) == contains(text, pair)


@given(texts)
def test_grams_are_sorted_distinct_and_fit_a_postgres_integer(text):
    found = grams(text)
    assert found == sorted(set(found))
    assert all(-(2**31) <= gram < 2**31 for gram in found)


@pytest.mark.parametrize(
    ("text", "needle"),
    [
        ("三号楼电梯坏了", "电梯"),
        ("三号楼电\n梯坏了", "电梯"),
        ("ＷＩＦＩ 信号差", "wifi信号"),
        ("wifi信号差", "ＷＩＦＩ　信号"),
        ("积水约２０㎡，臭", "20m2,臭"),
        ("Café 门口占道", "cafe"),
        ("楼道堆物。请清理", "物。请"),
        ("住户𠮷先生", "𠮷"),
        ("葛\U000e0100家巷", "葛家"),
        ("\U0002ebf0路", "\U0002ebf0路"),
        ("自来⽔发黄", "来水"),
        ("来，⽔", "来,水"),
    ],
)
def test_width_case_spaces_and_line_ends_do_not_hide_a_word(text, needle):
    assert contains(text, needle)
    assert set(needle_grams(needle)) <= set(grams(text))


def test_punctuation_is_part_of_what_is_searched():
    assert not contains("电梯，坏了", "电梯坏了")


@pytest.mark.parametrize("needle", ["", " ", "水", "\u200b水 "])
def test_one_character_is_refused_with_what_to_do(needle):
    with pytest.raises(Invalid) as refused:
        needle_grams(needle)
    assert refused.value.sentence.in_language("zh-hans") == "请至少输入两个字再搜索。"


def test_the_numbers_never_change_between_processes_or_releases():
    assert grams("电梯坏") == [1464821935, 1756329269]
    code = "from linli.kernel.text import grams; print(grams('电梯坏'))"
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == "[1464821935, 1756329269]"


def test_every_character_is_folded_once_and_for_all():
    for code in range(0x110000):
        if not 0xD800 <= code < 0xE000:
            folded = normalise(chr(code))
            assert normalise(folded) == folded
