"""A five-year-old telephone on 3G: everything the first page asks for, compressed, weighs at most 150 kB."""

import gzip
import re
from pathlib import Path

import linli.design

STATIC = Path(linli.design.__file__).parent / "static"
LIMIT = 150_000


def weight(content):
    return len(gzip.compress(content, 9))


def sheet_with_imports():
    css = STATIC / "design/css"
    text = (css / "linli.css").read_text()
    return "".join((css / name).read_text() for name in re.findall(r'@import "([^"]+)"', text)).encode()


def asked_for(html):
    links = re.findall(r'(?:href|src)="/static/([^"#]+)', html)
    return {STATIC / link for link in links if not link.endswith("linli.css")}


def test_everything_the_portals_first_page_asks_for_weighs_at_most_150_kb(style_page):
    html = style_page()
    files = asked_for(html)
    total = weight(html.encode()) + weight(sheet_with_imports()) + sum(weight(path.read_bytes()) for path in files)
    assert total <= LIMIT, f"{total} bytes: {sorted(path.name for path in files)}"


def test_no_font_and_no_picture_travels_with_it():
    assert not [p for p in STATIC.rglob("*") if p.suffix in {".woff", ".woff2", ".ttf", ".png", ".jpg", ".gif"}]


def test_every_small_file_is_in_the_sheet():
    css = STATIC / "design/css"
    named = set(re.findall(r'@import "([^"]+)"', (css / "linli.css").read_text()))
    assert named == {str(p.relative_to(css)) for p in css.rglob("*.css")} - {"linli.css"}
