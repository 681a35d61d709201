"""A five-year-old telephone on 3G: everything the first page asks for, compressed, weighs at most 150 kB."""

import gzip
import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.test import Client

LIMIT = 150_000


def weight(file):
    """Of the style sheet: with all it imports, as it is served."""
    content = file.read_bytes()
    imported = re.findall(r'@import "([^"]+)"', content.decode()) if file.suffix == ".css" else []
    return len(gzip.compress(b"".join([content, *[(file.parent / name).read_bytes() for name in imported]]), 9))


def test_everything_the_first_page_asks_for_weighs_at_most_150_kb(life):
    html = Client().get("/").content
    asked = set(re.findall(r'(?:href|src)="/static/([^"#]+)', html.decode()))
    assert {Path(name).suffix for name in asked} >= {".css", ".js", ".svg"}
    weights = {name: weight(Path(finders.find(name))) for name in asked}
    assert len(gzip.compress(html, 9)) + sum(weights.values()) <= LIMIT, weights
