"""What names a matter in lists: its first words, as many as can be read at a glance."""

import pytest

from linli.domains.matters.engine.wording import first_words


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("电梯坏了", "电梯坏了"),
        ("电梯坏了\n  两天", "电梯坏了 两天"),
        ("梯" * 40, "梯" * 40),
        ("梯" * 41, "梯" * 39 + "…"),
        ("lift " * 16, ("lift " * 16).strip()),
        ("lift " * 17, ("lift " * 15).strip() + "…"),
        ("x" * 200, "x" * 79 + "…"),
        ("电梯坏了，" * 6 + "please come and look at it soon", "电梯坏了，" * 6 + "please come and…"),
    ],
)
def test_a_title_is_the_first_words_and_never_half_a_word(said, title):
    assert first_words(said) == title


def test_the_longest_title_fits_its_column():
    assert len(first_words("a " * 300)) <= 80
