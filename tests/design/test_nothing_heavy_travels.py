"""What would make every page heavy stays out, and the style sheet is whole."""

import re
from pathlib import Path

import linli.design

STATIC = Path(linli.design.__file__).parent / "static"


def test_no_font_and_no_picture_travels_with_any_page():
    assert not [p for p in STATIC.rglob("*") if p.suffix in {".woff", ".woff2", ".ttf", ".png", ".jpg", ".gif"}]


def test_every_small_file_is_in_the_sheet():
    css = STATIC / "design/css"
    named = set(re.findall(r'@import "([^"]+)"', (css / "linli.css").read_text()))
    assert named == {str(p.relative_to(css)) for p in css.rglob("*.css")} - {"linli.css"}
