"""Contrast computed from the tokens themselves: 4.5 for words, 3 for edges, in light and in dark."""

import re
from pathlib import Path

import pytest

import linli.design

CSS = Path(linli.design.__file__).parent / "static/design/css"
LIGHT, DARK = (CSS / "tokens.css").read_text().split("@media (prefers-color-scheme: dark)")
GROUNDS = ("paper", "surface", "sunk")
WORDS = ("ink", "ink-2", "ink-3", "jade", "jade-deep", "cinnabar", "ochre")
PAIRS = [(word, ground) for word in WORDS for ground in GROUNDS] + [
    ("ink", "jade-soft"), ("ink-2", "jade-soft"), ("ink-3", "jade-soft"), ("jade-deep", "jade-soft"),
    ("cinnabar", "jade-soft"), ("ochre", "jade-soft"), ("jade", "jade-soft"),
    ("ink", "ochre-soft"), ("ink-2", "ochre-soft"), ("ochre", "ochre-soft"),
    ("ink", "cinnabar-soft"), ("ink-2", "cinnabar-soft"), ("cinnabar", "cinnabar-soft"),
    ("on-jade", "jade-fill"), ("on-jade", "jade-fill-deep"), ("surface", "ochre"), ("surface", "cinnabar"),
]  # fmt: skip
EDGES = [("line-strong", "surface"), ("line-strong", "paper"), ("focus", "surface"), ("focus", "paper")]
EDGES += [("jade-fill", "surface"), ("jade-fill", "paper")]


def colours(theme):
    light = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", LIGHT))
    return light if theme == "light" else light | dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", DARK))


def brightness(colour):
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("word", "ground"), PAIRS)
def test_words_stand_out_from_their_ground(theme, word, ground):
    assert contrast(colours(theme)[word], colours(theme)[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_of_what_can_be_touched_stand_out(theme, edge, ground):
    assert contrast(colours(theme)[edge], colours(theme)[ground]) >= 3


@pytest.mark.parametrize("path", sorted(CSS.rglob("*.css")), ids=lambda path: path.name)
def test_only_the_tokens_name_colours(path):
    paper = {"tokens.css", "print.css"}
    named = [
        c for c in re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", path.read_text()) if c not in {"#fff", "#000", "#444"}
    ]
    assert path.name in paper or not named


def test_black_and_white_are_named_only_for_paper_and_codes():
    named = {path.name for path in CSS.rglob("*.css") if re.search(r"#(fff|000|444)\b", path.read_text())}
    assert named <= {"print.css", "pages.css", "qr.css"}
